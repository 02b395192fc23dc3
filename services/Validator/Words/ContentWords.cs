using System.Collections.Frozen;

namespace InfoSharing.Validator.Words;

/// <summary>The words of a text that say something: without stop words, and "decided", "decides" and "deciding" as one.</summary>
internal static class ContentWords
{
    private static readonly FrozenSet<ulong> Stop = (
        "a about after all also am an and any are as at be because been being before both but by can could did do does doing for from had has have having he her hers him his how i if in"
        + " into is it its me more my no nor not of on or our ours out own she should so than that the their theirs them then there these they this those through to too under until up us"
        + " was we were what when where which while who whom why will with would you your").Split(' ').Select(word => WordKey.Of(word)).ToFrozenSet();

    /// <summary>Their keys, each once; of a longer text only the first so many, where no more need be known.</summary>
    internal static HashSet<ulong> Of(WordList words, int enough = int.MaxValue)
    {
        var found = new HashSet<ulong>(Math.Min(words.Count, enough));
        for (var i = 0; i < words.Count && found.Count < enough; i++)
            if (!Stop.Contains(words[i].Key)) found.Add(WordKey.Of(Stem(words.Spelling(i))));
        return found;
    }

    // Light: endings of number and tense alone. Two words that it joins wrongly ("plan", "plane") make a text look only a little more alike.
    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        if (Ends(word, "'s") || Ends(word, "’s")) word = word[..^2];
        if (word.Length < 4) return word;
        if (word.Length > 4)
        {
            if (Ends(word, "ies") || Ends(word, "ied")) return word[..^3];
            if (word.Length > 5 && Ends(word, "ing")) return Bare(word[..^3]);
            if (Ends(word, "ed") || Ends(word, "es")) return Bare(word[..^2]);
        }
        return Bare(Ends(word, "s") && !Ends(word, "ss") ? word[..^1] : word);
    }

    private static bool Ends(ReadOnlySpan<char> word, string end) => word.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    // "stopping" and "stop"; "closed" and "close"; "family" and "families".
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> stem)
    {
        if (stem.Length > 3 && stem[^1] == stem[^2]) return stem[..^1];
        return stem.Length > 3 && stem[^1] is 'e' or 'y' or 'E' or 'Y' ? stem[..^1] : stem;
    }
}
