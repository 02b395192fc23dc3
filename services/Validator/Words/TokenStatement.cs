using System.Collections.Frozen;
using InfoSharing.Validator.Facts;

namespace InfoSharing.Validator.Words;

/// <summary>Words that fill a box and say nothing: "n/a", "see file", "as above".</summary>
internal static class TokenStatement
{
    private static readonly FrozenSet<string> Phrases = new[]
    {
        "n a", "na", "none", "nil", "nothing", "not applicable", "see file", "see plan", "see above", "see below", "see notes", "see record",
        "see records", "see case file", "see case notes", "see assessment", "see report", "see attached", "see chronology", "see system",
        "as above", "as below", "as before", "as discussed", "as per plan", "as per file", "as agreed", "as stated", "as previously",
        "as previously stated", "as documented", "as recorded", "tbc", "tba", "to be confirmed", "to follow", "to be completed", "to be added",
        "pending", "unknown", "x", "xx", "xxx", "test", "ditto", "same", "same as above", "no comment", "refer to file", "refer to plan", "on file",
    }.ToFrozenSet();

    private static readonly int Longest = Phrases.Max(phrase => phrase.Length);

    /// <summary>True where the text is blank, or nothing but such a phrase, or several of them.</summary>
    internal static bool IsToken(Text? text) => text.IsBlank() || IsToken(text!.Text_);

    /// <summary>The same, of bare words.</summary>
    internal static bool IsToken(string words)
    {
        foreach (var part in words.Split(['.', ';', ',', '\n', '!', '?'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var plain = Plain(part);
            if (plain.Length > 0 && !Phrases.Contains(plain)) return false;
        }
        return true;
    }

    private static string Plain(string part)
    {
        // A longer part can be no token: do not copy it.
        if (part.Length > (Longest * 2) + 8) return part;
        var letters = part.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        return string.Join(' ', string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
