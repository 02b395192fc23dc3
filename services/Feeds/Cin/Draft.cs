using InfoSharing.Feeds.Xml;
using InfoSharing.V1;
using InfoSharing.Validator.Codes;

namespace InfoSharing.Feeds.Cin;

/// <summary>One child's draft as it is written, with what every section needs: the header, the oddities, the chronology.</summary>
internal sealed class Draft(CinHeader header, DateOnly today)
{
    /// <summary>The child's ref in the draft.</summary>
    public const string Child = "P1";

    private const int EarliestYear = 1900;

    /// <summary>The transfer being written.</summary>
    public Transfer Transfer { get; } = new();

    /// <summary>What was found so far.</summary>
    public List<Oddity> Oddities { get; } = [];

    /// <summary>What happened, so far.</summary>
    public Chronology Chronology { get; } = new(header);

    /// <summary>The return's header.</summary>
    public CinHeader Header { get; } = header;

    /// <summary>The day of birth, or the day on which birth is expected.</summary>
    public CinDay? Birth { get; set; }

    /// <summary>The day the child died.</summary>
    public CinDay? Death { get; set; }

    /// <summary>Notes an oddity.</summary>
    public void Report(int line, string element, string reason, string? rule = null, string? written = null) =>
        Oddities.Add(new(line, element, reason, rule, written));

    /// <summary>Notes something that was carried whole and is worth a look.</summary>
    public void Remark(int line, string element, string reason, string rule) =>
        Oddities.Add(new(line, element, reason, rule, Weight: OddityWeight.Remark));

    /// <summary>An item of a section, with the place in the return that it comes from.</summary>
    public Item Item(string id, int line) => new() { Id = id, Source = SourceOf(Header, line) };

    /// <summary>Where in the return something stands. A line, because the child's own number must not travel as a reference.</summary>
    public static Source SourceOf(CinHeader header, int line) => new() { Agency = header.Agency, RecordId = $"{header.Return}-line-{line}" };

    /// <summary>The day in an element; null where there is none. What cannot be is told, and has no day.</summary>
    /// <param name="parent">The element that holds it.</param>
    /// <param name="name">The element.</param>
    /// <param name="rule">The DfE's rule for a day out of its range, where it has one.</param>
    /// <param name="missing">The DfE's rule that wants the day to be there, where it has one.</param>
    /// <param name="mayBeAhead">True for a day that is planned or expected.</param>
    /// <param name="isPersonal">True for a day that must not be shown in a list: a birth, a death.</param>
    public CinDay? Day(Element parent, string name, string? rule = null, string? missing = null, bool mayBeAhead = false, bool isPersonal = false)
    {
        var element = parent.First(name);
        return element is { Text.Length: > 0 } ? DayIn(element, rule, mayBeAhead, isPersonal) : Missing(parent, name, element, missing);
    }

    /// <summary>The day in an element that is there.</summary>
    public CinDay DayIn(Element element, string? rule = null, bool mayBeAhead = false, bool isPersonal = false)
    {
        var name = element.Name;
        var shown = isPersonal ? null : CinDay.Shown(element.Text);
        if (!CinDay.TryParse(element.Text, out var day, out var inEnglishOrder)) return Cannot("is not a day");
        if (day.Year < EarliestYear) return Cannot($"is before {EarliestYear}");
        if (!mayBeAhead && day > today) return Cannot(Header.ReferenceDate < day ? "is in the future, and after the reference date" : "is in the future");
        if (!mayBeAhead && day > Header.ReferenceDate) Report(element.Line, name, "is after the reference date; it is kept as it is", rule, shown);
        if (inEnglishOrder) Report(element.Line, name, "is not written as year-month-day; it is read as day/month/year", written: shown);
        return new CinDay(name, element.Line, element.Text, day, null);

        CinDay Cannot(string why)
        {
            Report(element.Line, name, why + "; the field is left blank", rule, shown);
            return new CinDay(name, element.Line, element.Text, null, why);
        }
    }

    /// <summary>A code of a published list; null where there is none, or one that the list does not have, which is told.</summary>
    public string? Code(Element parent, string name, CodeList list, string? invalid = null, string? missing = null, bool isPersonal = false)
    {
        var element = parent.First(name);
        if (element is not { Text.Length: > 0 })
        {
            Missing(parent, name, element, missing);
            return null;
        }

        return Code(element, list, invalid, isPersonal);
    }

    /// <summary>The code in an element that is there.</summary>
    public string? Code(Element element, CodeList list, string? invalid = null, bool isPersonal = false)
    {
        var code = CinCode.Find(list, element.Text);
        if (code is null) Report(element.Line, element.Name, "is not a code of its list; it is left out", invalid, isPersonal ? null : CinCode.Shown(element.Text));
        return code;
    }

    /// <summary>Tells of a day that stands before one that it cannot be before.</summary>
    public void MustNotBeBefore(CinDay? day, CinDay? earliest, string reason, string rule)
    {
        if (day?.On < earliest?.On) Report(day!.Line, day.Element, reason, rule);
    }

    private CinDay? Missing(Element parent, string name, Element? empty, string? rule)
    {
        if (rule is not null) Report(empty?.Line ?? parent.Line, name, "is missing", rule);
        return null;
    }
}
