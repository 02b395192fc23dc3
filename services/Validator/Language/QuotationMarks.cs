using System.Runtime.InteropServices;

namespace InfoSharing.Validator.Language;

/// <summary>A stretch of a text, in characters (UTF-16).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Stretch(int Start, int End)
{
    /// <summary>True where it holds the other one, whole.</summary>
    internal bool Holds(int start, int end) => Start <= start && end <= End;
}

/// <summary>
/// Paired quotation marks of four kinds: "…", “…”, ‘…’, '…'. An apostrophe is none: it stands inside a word, or no word begins behind it.
/// A pair does not go across a blank line, so that one forgotten mark does not turn the rest of a text around.
/// </summary>
internal static class QuotationMarks
{
    /// <summary>The stretches between marks, the marks themselves included, in the order in which they close.</summary>
    internal static List<Stretch> Pairs(string text)
    {
        var pairs = new List<Stretch>();
        Span<int> open = [-1, -1, -1, -1];
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '“': open[0] = i; break;
                case '”': Close(ref open[0], i, pairs); break;
                case '‘': open[1] = i; break;
                case '’' when !IsWord(text, i + 1): Close(ref open[1], i, pairs); break;
                case '"' when open[2] >= 0: Close(ref open[2], i, pairs); break;
                case '"': open[2] = i; break;
                case '\'' when open[3] >= 0 && !IsWord(text, i + 1): Close(ref open[3], i, pairs); break;
                case '\'' when open[3] < 0 && !IsWord(text, i - 1) && IsWord(text, i + 1): open[3] = i; break;
                case '\n' when IsBlankLine(text, i): open.Fill(-1); break;
            }
        }
        return pairs;
    }

    private static void Close(ref int open, int at, List<Stretch> pairs)
    {
        if (open >= 0) pairs.Add(new(open, at + 1));
        open = -1;
    }

    private static bool IsWord(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);

    private static bool IsBlankLine(string text, int at)
    {
        for (at++; at < text.Length && char.IsWhiteSpace(text[at]); at++)
            if (text[at] == '\n') return true;
        return false;
    }
}
