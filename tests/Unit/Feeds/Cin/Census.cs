using System.Text;
using InfoSharing.Feeds;
using InfoSharing.Feeds.Cin;
using InfoSharing.V1;

namespace InfoSharing.Tests.Unit.Feeds.Cin;

/// <summary>Makes small returns and reads them.</summary>
internal static class Census
{
    public const string Header =
        "<Header><CollectionDetails><Collection>CIN</Collection><Year>2025</Year><ReferenceDate>2025-03-31</ReferenceDate></CollectionDetails>" +
        "<Source><SourceLevel>L</SourceLevel><LEA>383</LEA></Source></Header>";

    public const string Identifiers = "<ChildIdentifiers><LAchildID>A1</LAchildID><UPN>A950000178301</UPN><PersonBirthDate>2015-05-05</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>";

    public const string Characteristics = "<ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>NONE</Disability></Disabilities></ChildCharacteristics>";

    public static readonly DateOnly Today = new(2026, 11, 22);

    /// <summary>A whole return of one child, on one line for each part.</summary>
    public static string Return(string identifiers = Identifiers, string characteristics = Characteristics, string? details = null, string header = Header) =>
        $"<Message>\n{header}\n<Children><Child>\n{identifiers}\n{characteristics}\n{details ?? Details()}\n</Child></Children></Message>";

    public static string Details(string work = "", string referral = "<CINreferralDate>2024-10-01</CINreferralDate>", string end = "") =>
        $"<CINdetails>{referral}<ReferralSource>5C</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>{end}{work}<ReferralNFA>false</ReferralNFA></CINdetails>";

    public static List<CinResult> Read(string xml) => Read(Encoding.UTF8.GetBytes(xml));

    public static List<CinResult> Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return Read(stream);
    }

    public static List<CinResult> Read(Stream stream)
    {
        using var reader = new CinReader(stream, Options());
        return [.. reader.Read()];
    }

    public static List<CinResult> ReadShared(string file)
    {
        using var stream = File.OpenRead(SharedData.PathOf(file));
        return Read(stream);
    }

    public static CinReaderOptions Options()
    {
        var made = 0;
        return new CinReaderOptions { NewId = () => new Guid(++made, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0), Today = Today };
    }

    public static List<Oddity> Oddities(this IEnumerable<CinResult> results) => [.. results.SelectMany(result => result.Oddities)];

    public static List<Oddity> Faults(this IEnumerable<CinResult> results) => [.. results.Oddities().Where(oddity => oddity.Weight == OddityWeight.Oddity)];

    public static List<CinChild> Children(this IEnumerable<CinResult> results) => [.. results.OfType<CinChild>()];

    public static Transfer Draft(this IEnumerable<CinResult> results) => results.Children().ShouldHaveSingleItem().Draft.ShouldNotBeNull();
}
