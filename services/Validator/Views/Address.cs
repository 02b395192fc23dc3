using System.Buffers;
using System.Collections.Frozen;
using InfoSharing.Validator.Codes;

namespace InfoSharing.Validator.Views;

/// <summary>
/// The parts by which an address gives itself away. A number counts only with its street; a street also without its number and with
/// its last word shortened; a house's name as it stands; a village or district for copies alone; an area's or county's name never,
/// for it is no address and half the file would go with it.
/// </summary>
internal static class Address
{
    private static readonly FrozenDictionary<string, string[]> Shortened = new Dictionary<string, string[]>
    {
        ["street"] = ["st"], ["road"] = ["rd"], ["avenue"] = ["ave", "av"], ["lane"] = ["ln"], ["drive"] = ["dr"], ["close"] = ["cl"], ["court"] = ["ct"],
        ["crescent"] = ["cres"], ["gardens"] = ["gdns"], ["grove"] = ["gr"], ["place"] = ["pl"], ["square"] = ["sq"], ["terrace"] = ["ter", "terr"], ["way"] = ["wy"],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Lengthened =
        Shortened.SelectMany(static pair => pair.Value.Select(brief => (brief, pair.Key))).ToFrozenDictionary(static pair => pair.brief, static pair => pair.Key);

    private static readonly SearchValues<char> Numbers = SearchValues.Create("0123456789-/");

    private static readonly FrozenSet<string> Units =
        new[] { "flat", "apartment", "apt", "unit", "room", "no", "number", "floor", "block" }.ToFrozenSet();

    // Words that name no place by themselves.
    private static readonly FrozenSet<string> Common =
        Shortened.Keys.Concat(Lengthened.Keys).Concat(Units).Concat(["house", "cottage", "farm", "lodge", "hall", "home", "mews", "hill", "park", "village", "refuge", "hostel", "hotel", "the"]).ToFrozenSet();

    private static readonly FrozenSet<string> Areas = ChildrensServicesAuthorities.All
        .SelectMany(static one => new[] { one.Name, one.Slug })
        .Concat(["England", "Scotland", "Wales", "Northern Ireland", "Great Britain", "United Kingdom", "UK", "Yorkshire", "West Yorkshire", "South Yorkshire", "North Yorkshire",
            "Greater Manchester", "Merseyside", "Tyne and Wear", "West Midlands", "London", "Greater London", "Berkshire", "Cheshire", "Cumbria", "Bedfordshire", "Northamptonshire", "Sussex"])
        .Select(Plain.Of).ToFrozenSet();

    /// <summary>True for the name of an authority, county or country.</summary>
    internal static bool IsArea(string plain) => Areas.Contains(plain);

    /// <summary>Adds what to look for.</summary>
    internal static void AddTo(List<Needle> needles, IEnumerable<string> lines, Reach reach)
    {
        var parts = lines.SelectMany(static line => line.Split([',', '\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        var street = parts.FindLastIndex(IsStreet);
        if (street < 0) street = Math.Min(1, parts.Count - 2);
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (Postcode.In(part) is [.., var code])
            {
                Postcode.AddTo(needles, part[code], reach);
                part = part[..code.Start];
            }
            var name = NameOf(part);
            var plain = Plain.Of(name);
            var to = parts.Count > 1 && i > street ? reach & ~Reach.Refuge : reach;
            if (plain.Length >= 2 && to != Reach.None && !IsArea(plain) && !Common.Contains(plain)) AddName(needles, name, plain, to);
        }
    }

    private static void AddName(List<Needle> needles, string name, string plain, Reach reach)
    {
        needles.Add(new(plain, reach, Part.ADDRESS, true, plain.Length < 5));
        var space = name.LastIndexOf(' ');
        if (space < 0) return;
        var last = Plain.Of(name[space..]);
        var start = Plain.Of(name[..space]);
        if (Lengthened.TryGetValue(last, out var whole)) last = whole;
        if (!Shortened.TryGetValue(last, out var briefs)) return;
        needles.Add(new(start + last, reach, Part.ADDRESS, true, false));
        foreach (var brief in briefs) needles.Add(new(start + brief, reach, Part.ADDRESS, true, false));
    }

    private static bool IsStreet(string part)
    {
        if (part.AsSpan().ContainsAnyInRange('0', '9') && Postcode.In(part).Count == 0) return true;
        var last = Plain.Of(part[(part.LastIndexOf(' ') + 1)..]);
        return part.Contains(' ') && (Shortened.ContainsKey(last) || Lengthened.ContainsKey(last));
    }

    // Without house and flat numbers: "Flat 2, 14a Example Street" leaves "Example Street".
    private static string NameOf(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Where((word, i) => !IsNumber(word) && !(Units.Contains(Plain.Of(word)) && i + 1 < words.Length && (IsNumber(words[i + 1]) || words[i + 1].Length == 1))
            && !(word.Length == 1 && i > 0 && Units.Contains(Plain.Of(words[i - 1])))));
    }

    private static bool IsNumber(string word) =>
        char.IsAsciiDigit(word[0]) && word.AsSpan(0, word.Length - (char.IsAsciiLetter(word[^1]) ? 1 : 0)).IndexOfAnyExcept(Numbers) < 0;
}
