using InfoSharing.Feeds.Xml;
using InfoSharing.Validator.Codes;

namespace InfoSharing.Feeds.Cin;

/// <summary>Who made the return, and for which year.</summary>
/// <param name="Year">The census year: 2026 is the year to 31 March 2026. Null where it is not given.</param>
/// <param name="ReferenceDate">The day the return speaks of: 31 March of the year.</param>
/// <param name="Authority">The authority whose return it is; null where its number is not known to us.</param>
internal sealed record CinHeader(int? Year, DateOnly? ReferenceDate, ChildrensServicesAuthority? Authority)
{
    /// <summary>What is known where the file has no header.</summary>
    public static CinHeader Missing { get; } = new(null, null, null);

    /// <summary>The directory's id of the authority's social care: leeds-social-care. Blank where it is not known.</summary>
    public string Agency => Authority is null ? "" : $"{Authority.Slug}-social-care";

    /// <summary>What a record id of this return begins with.</summary>
    public string Return => Year is null ? "cin" : $"cin-{Year}";

    /// <summary>Reads a header, and says what is odd about it.</summary>
    public static CinHeader Read(Element header, List<Oddity> oddities)
    {
        var details = header.First("CollectionDetails");
        var source = header.First("Source");
        var year = ReadYear(details, header.Line, oddities);
        ReadCollection(details, header.Line, oddities);
        return new CinHeader(year, ReadReferenceDate(details, year, header.Line, oddities), ReadAuthority(source, header.Line, oddities));
    }

    private static void ReadCollection(Element? details, int line, List<Oddity> oddities)
    {
        var collection = details?.First("Collection");
        if (collection?.Text is "CIN") return;
        oddities.Add(new(collection?.Line ?? line, "Collection", "is not CIN: this may be another return"));
    }

    private static int? ReadYear(Element? details, int line, List<Oddity> oddities)
    {
        var year = details?.First("Year");
        if (int.TryParse(year?.Text, out var read) && read is >= 2008 and <= 2100) return read;
        oddities.Add(new(year?.Line ?? line, "Year", year is null ? "is missing" : "is not a census year"));
        return null;
    }

    private static DateOnly? ReadReferenceDate(Element? details, int? year, int line, List<Oddity> oddities)
    {
        const string Name = "ReferenceDate";
        var written = details?.First(Name);
        if (written is null || written.Text.Length == 0)
        {
            oddities.Add(new(written?.Line ?? line, Name, "is missing", "100"));
            return null;
        }

        if (!CinDay.TryParse(written.Text, out var day, out _))
        {
            oddities.Add(new(written.Line, Name, "is not a day", "100", CinDay.Shown(written.Text)));
            return null;
        }

        if (day is not { Month: 3, Day: 31 }) oddities.Add(new(written.Line, Name, "is not 31 March", "100", CinDay.Shown(written.Text)));
        else if (year is not null && day.Year != year) oddities.Add(new(written.Line, Name, "is not 31 March of the return's Year", "100", CinDay.Shown(written.Text)));
        return day;
    }

    private static ChildrensServicesAuthority? ReadAuthority(Element? source, int line, List<Oddity> oddities)
    {
        var number = source?.First("LEA");
        if (number is null || number.Text.Length == 0)
        {
            oddities.Add(new(number?.Line ?? line, "LEA", "is missing, so the drafts name no sender"));
            return null;
        }

        var authority = ChildrensServicesAuthorities.FindByDfeNumber(number.Text);
        if (authority is null) oddities.Add(new(number.Line, "LEA", "is no authority's number that we know, so the drafts name no sender", Written: CinCode.Shown(number.Text)));
        return authority;
    }
}
