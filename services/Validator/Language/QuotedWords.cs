using InfoSharing.Validator.Words;

namespace InfoSharing.Validator.Language;

/// <summary>
/// The stretches of a text that are somebody's own words, and say whose: those of <c>quotes[]</c> with <c>said_by</c>, and words in paired quotation marks
/// whose sentence holds, outside the marks, a speaker or a verb of speaking. What people said is never reworded.
/// </summary>
internal static class QuotedWords
{
    // "… ?" the old neighbour asked.
    private const int WordsBeforeVerb = 4;

    /// <summary>Finds them.</summary>
    internal static List<Stretch> Of(Text text, Names? names)
    {
        var found = new List<Stretch>();
        foreach (var quote in text.Quotes)
            if (!string.IsNullOrWhiteSpace(quote.SaidBy)) found.Add(Characters(text.Text_, quote));
        var pairs = QuotationMarks.Pairs(text.Text_);
        foreach (var pair in pairs)
            if (SaysWhose(text.Text_, pair, pairs, names)) found.Add(pair);
        return found;
    }

    // The contract counts code points; a character above U+FFFF is two of ours.
    private static Stretch Characters(string text, Quote quote)
    {
        var start = Advance(text, 0, quote.Start);
        return new(start, Advance(text, start, quote.Length));
    }

    private static int Advance(string text, int at, uint codePoints)
    {
        for (; codePoints > 0 && at < text.Length; codePoints--)
            at += char.IsSurrogatePair(text, at) ? 2 : 1;
        return at;
    }

    private static bool SaysWhose(string text, Stretch pair, List<Stretch> pairs, Names? names)
    {
        var first = SentenceStart(text, pair.Start, pairs);
        var before = WordList.Of(Outside(text, first, pair.Start, pairs));
        if (Speaking.IsIn(before) || IsIntroduced(text, pair.Start, before, names)) return true;

        var ends = pair.End - 2 > pair.Start && text[pair.End - 2] is '.' or '!' or '?' or '…';
        var next = pair.End;
        while (next < text.Length && text[next] == ' ') next++;
        if (ends && next < text.Length && (char.IsUpper(text[next]) || text[next] == '\n'))
            return Speaking.IsAmongFirst(WordList.Of(text[next..SentenceEnd(text, next, pairs)]), WordsBeforeVerb);

        var after = WordList.Of(Outside(text, pair.End, SentenceEnd(text, pair.End, pairs), pairs));
        return Speaking.IsIn(after) || IsSigned(text, next, after, names);
    }

    // Mother: "…"
    private static bool IsIntroduced(string text, int mark, WordList before, Names? names)
    {
        var at = mark - 1;
        while (at >= 0 && text[at] is ' ' or ',') at--;
        return at >= 0 && text[at] == ':' && before.Count > 0 && Speaking.IsSpeaker(before[before.Count - 1].Key, names);
    }

    // "…" – neighbour, or "…" (neighbour)
    private static bool IsSigned(string text, int next, WordList after, Names? names)
    {
        if (next >= text.Length || text[next] is not ('-' or '–' or '—' or '(')) return false;
        for (var i = 0; i < after.Count && i < WordsBeforeVerb; i++)
            if (Speaking.IsSpeaker(after[i].Key, names)) return true;
        return false;
    }

    // The words between two characters, without what stands in other quotation marks.
    private static string Outside(string text, int start, int end, List<Stretch> pairs)
    {
        var outside = text[start..end].ToCharArray();
        foreach (var pair in pairs)
            for (var i = Math.Max(pair.Start, start); i < Math.Min(pair.End, end); i++) outside[i - start] = ' ';
        return new(outside);
    }

    private static int SentenceStart(string text, int mark, List<Stretch> pairs)
    {
        var at = mark;
        while (at > 0)
        {
            var other = pairs.FindIndex(pair => pair.End == at && pair.Start < mark);
            if (other >= 0) at = pairs[other].Start;
            else if (IsEnd(text, at - 1)) return at;
            else at--;
        }
        return 0;
    }

    private static int SentenceEnd(string text, int from, List<Stretch> pairs)
    {
        var at = from;
        while (at < text.Length)
        {
            var other = pairs.FindIndex(pair => pair.Start == at);
            if (other >= 0) at = pairs[other].End;
            else if (IsEnd(text, at)) return at;
            else at++;
        }
        return text.Length;
    }

    // "Ms. A" goes on.
    private static bool IsEnd(string text, int at) => text[at] switch
    {
        '\n' => true,
        '.' => (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])) && !IsTitle(text, at),
        '!' or '?' => at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]),
        _ => false,
    };

    private static bool IsTitle(string text, int stop)
    {
        var at = stop;
        while (at > 0 && char.IsLetter(text[at - 1])) at--;
        return Names.IsTitle(WordKey.Of(text.AsSpan(at, stop - at)));
    }
}
