using System.Collections.Frozen;
using InfoSharing.Validator.Facts;

namespace InfoSharing.Validator.Words;

/// <summary>Words that fill a box and say nothing: "n/a", "see file", "as above".</summary>
internal static class TokenStatement
{
    private static readonly FrozenSet<string> Phrases = new[]
    {
        "n a", "na", "none", "nil", "nothing", "nothing to add", "not applicable", "not known", "unknown", "no", "yes", "ok", "okay", "agreed", "noted", "done",
        "as above", "as below", "as before", "as discussed", "as agreed", "as stated", "as previously", "as previously stated", "as documented", "as recorded",
        "as noted", "as known", "as usual", "as discussed in supervision", "as discussed with manager", "discussed", "discussed in supervision", "per discussion",
        "as per discussion", "as per policy", "as per procedure", "per procedure", "standard procedure", "above", "below", "attached", "enclosed", "on file", "on system",
        "on record", "in file", "in the file", "in notes", "tbc", "tba", "tbd", "to be confirmed", "to be advised", "to be completed", "to be added", "to be decided",
        "to be written", "to follow", "will follow", "follows", "pending", "awaiting", "awaited", "wip", "x", "xx", "xxx", "test", "testing", "ditto", "same", "same again",
        "same as above", "same as before", "no change", "no comment", "no comments", "no concerns", "no reason", "no further information", "nfi", "nka", "not recorded",
        "not completed", "not required", "not needed", "self explanatory", "management decision", "manager s decision", "professional judgement", "professional judgment",
        "because", "reasons as above", "reasoning as above", "reasons on file", "reason on file", "well known to services", "case closed", "closed",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Pointers = new[] { "see", "refer", "per", "as", "cf", "view", "check", "read", "please" }.ToFrozenSet();

    // What stands between "see" and "file", or behind it.
    private static readonly FrozenSet<string> Fillers = new[]
    {
        "to", "per", "in", "on", "the", "our", "my", "your", "his", "her", "their", "a", "attached", "above", "below", "previous", "earlier", "latest", "last", "full", "main",
        "case", "child", "children", "childrens", "s", "social", "care", "cp", "cin", "electronic", "for", "details", "detail", "reasons", "reasoning", "information", "more",
        "further", "please", "and", "also", "refer", "see", "as",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Papers = new[]
    {
        "file", "files", "plan", "plans", "note", "notes", "record", "records", "recording", "recordings", "assessment", "assessments", "report", "reports", "chronology",
        "system", "document", "documents", "minutes", "summary", "referral", "attachment", "appendix", "email", "emails", "letter", "above", "below", "attached", "mosaic",
        "liquidlogic", "paperwork", "papers", "log", "database",
    }.ToFrozenSet();

    private const int LongestToken = 60;

    /// <summary>True where the text is blank, or nothing but such a phrase, or several of them.</summary>
    internal static bool IsToken(Text? text) => text.IsBlank() || IsToken(text!.Text_);

    /// <summary>The same, of bare words.</summary>
    internal static bool IsToken(string words)
    {
        foreach (var part in words.AsSpan().SplitAny(".;,\n!?:"))
            if (!SaysNothing(words.AsSpan(part).Trim())) return false;
        return true;
    }

    private static bool SaysNothing(ReadOnlySpan<char> part)
    {
        // A longer part can be no token: do not copy it.
        if (part.Length > LongestToken) return false;
        var plain = Plain(part);
        return plain.Length == 0 || Phrases.Contains(plain) || PointsElsewhere(plain.Split(' '));
    }

    // "Please see the attached report for details": to a paper, and not to a page, a day or a finding of it.
    private static bool PointsElsewhere(string[] words)
    {
        if (!Pointers.Contains(words[0])) return false;
        var named = false;
        foreach (var word in words.AsSpan(1))
        {
            if (Papers.Contains(word)) named = true;
            else if (!Fillers.Contains(word)) return false;
        }
        return named;
    }

    private static string Plain(ReadOnlySpan<char> part)
    {
        Span<char> plain = stackalloc char[LongestToken];
        var length = 0;
        foreach (var c in part)
        {
            if (char.IsLetterOrDigit(c)) plain[length++] = char.ToLowerInvariant(c);
            else if (length > 0 && plain[length - 1] != ' ') plain[length++] = ' ';
        }
        return plain[..length].TrimEnd().ToString();
    }
}
