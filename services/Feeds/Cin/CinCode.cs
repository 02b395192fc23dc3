using InfoSharing.Feeds.Xml;
using InfoSharing.Validator.Codes;

namespace InfoSharing.Feeds.Cin;

/// <summary>Reads codes of published lists.</summary>
internal static class CinCode
{
    private const int LongestShown = 5;

    /// <summary>The code in the list's capitals, or null where the list does not have it.</summary>
    public static string? Find(CodeList list, string written)
    {
        var code = written.ToUpperInvariant();
        return list.Contains(code) ? code : null;
    }

    /// <summary>What was written, where it is as short as a code: a longer word may be somebody's name.</summary>
    public static string? Shown(string written) => written.Length is > 0 and <= LongestShown && written.All(char.IsAsciiLetterOrDigit) ? written : null;

    /// <summary>The yes or no of a flag, as the years have written it; null where it is neither.</summary>
    public static bool? Flag(Element? element) => element?.Text.ToUpperInvariant() switch
    {
        "1" or "TRUE" => true,
        "0" or "FALSE" => false,
        _ => null,
    };
}
