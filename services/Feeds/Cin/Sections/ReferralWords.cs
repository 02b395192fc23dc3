using System.Collections.Frozen;

namespace InfoSharing.Feeds.Cin.Sections;

/// <summary>Says in a chronology's line who referred. The published words are made for a form, not for a sentence.</summary>
internal static class ReferralWords
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["1A"] = "from a relative or carer",
        ["1B"] = "from an acquaintance",
        ["1C"] = "from the child or young person",
        ["1D"] = "from another individual",
        ["2A"] = "from a school",
        ["2B"] = "from education services",
        ["3A"] = "from a GP",
        ["3B"] = "from a health visitor",
        ["3C"] = "from a school nurse",
        ["3D"] = "from another primary health service",
        ["3E"] = "from an emergency department",
        ["3F"] = "from another health service",
        ["4"] = "from housing",
        ["5A"] = "from the authority's own social care",
        ["5B"] = "from another department of the authority",
        ["5C"] = "from another authority",
        ["5D"] = "from the authority's early help",
        ["6"] = "from the police",
        ["7"] = "from another legal agency",
        ["8"] = "from another service",
        ["9"] = "from somebody who gave no name",
        ["10"] = "from a source that is not known",
    }.ToFrozenDictionary();

    /// <summary>" from another authority (5C)"; "" where the source is not given.</summary>
    public static string From(string? source) => source is not null && Words.TryGetValue(source, out var words) ? $" {words} ({source})" : "";
}
