using System.Xml.Linq;

namespace InfoSharing.Tests.Unit.Codes;

/// <summary>The CIN census schema of a year, read for its code lists.</summary>
internal static class CinSchema
{
    private static readonly XNamespace Xs = "http://www.w3.org/2001/XMLSchema";

    /// <summary>The codes and words of a type, such as "referralsourcetype"; null words where the schema gives none.</summary>
    public static IReadOnlyList<(string Code, string? Words)> Codes(int year, string type) =>
    [
        .. XDocument.Load(SharedData.PathOf($"liia/CIN_schema_{year}.xsd")).Root!
            .Elements(Xs + "simpleType").Single(element => (string?)element.Attribute("name") == type)
            .Descendants(Xs + "enumeration")
            .Select(element => ((string)element.Attribute("value")!, element.Descendants(Xs + "documentation").SingleOrDefault()?.Value.Trim())),
    ];
}
