using InfoSharing.Validator.Words;

namespace InfoSharing.Validator.Language;

/// <summary>Whether a phrase stands at a place of a text.</summary>
internal static class PhraseMatch
{
    private const int LongestGap = 3;

    /// <summary>The word behind the phrase, where it begins at a word; -1 where it does not.</summary>
    internal static int At(Phrase phrase, WordList words, int start, Names? names) =>
        start < 0 ? -1 : From(phrase.Places, 0, words, start, start, names);

    /// <summary>True where one of the phrases stands somewhere between two words.</summary>
    internal static bool Within(Phrase[] phrases, WordList words, int first, int behind, Names? names)
    {
        for (var i = first; i < behind; i++)
            foreach (var phrase in phrases)
                if (At(phrase, words, i, names) is > 0 and var end && end <= behind) return true;
        return false;
    }

    /// <summary>True where one of the phrases begins at a word, in the sentence of the word before it.</summary>
    internal static bool Begins(Phrase[] phrases, WordList words, int start, Names? names)
    {
        if (start >= words.Count || words[start].Before == Break.Sentence) return false;
        foreach (var phrase in phrases)
            if (At(phrase, words, start, names) > 0) return true;
        return false;
    }

    /// <summary>True where one of the phrases ends before a word, in the same sentence. Gaps apart, they are of one word a place.</summary>
    internal static bool Ends(Phrase[] phrases, WordList words, int behind, Names? names)
    {
        if (words[behind].Before == Break.Sentence) return false;
        foreach (var phrase in phrases)
        {
            var last = behind - phrase.Places.Length + phrase.Gaps;
            for (var start = last; start >= last - (LongestGap * phrase.Gaps); start--)
                if (At(phrase, words, start, names) == behind) return true;
        }
        return false;
    }

    private static int From(PhraseToken[] places, int place, WordList words, int at, int start, Names? names)
    {
        if (place == places.Length) return at;
        var token = places[place];
        if (token.Kind == PhraseTokenKind.Gap) return Gap(places, place, words, at, start, names);
        if (!Continues(words, at, start)) return -1;
        switch (token.Kind)
        {
            case PhraseTokenKind.Words: return token.Keys.AsSpan().Contains(words[at].Key) ? From(places, place + 1, words, at + 1, start, names) : -1;
            case PhraseTokenKind.Number: return words.Spelling(at).ContainsAnyInRange('0', '9') ? From(places, place + 1, words, at + 1, start, names) : -1;
            default: return Name(places, place, words, at, start, names);
        }
    }

    private static int Gap(PhraseToken[] places, int place, WordList words, int at, int start, Names? names)
    {
        for (var skipped = 0; ; skipped++)
        {
            var end = From(places, place + 1, words, at + skipped, start, names);
            if (end >= 0 || skipped == LongestGap || !Continues(words, at + skipped, start)) return end;
        }
    }

    // "Ms A", "Anna", "Anna Example".
    private static int Name(PhraseToken[] places, int place, WordList words, int at, int start, Names? names)
    {
        if (names is null) return -1;
        if (Names.IsTitle(words[at].Key)) at++;
        while (Continues(words, at, start) && names.IsName(words[at].Key, places[place].Kind))
        {
            at++;
            if (From(places, place + 1, words, at, start, names) is >= 0 and var end) return end;
        }
        return -1;
    }

    private static bool Continues(WordList words, int at, int start) => at < words.Count && (at == start || words[at].Before == Break.None);
}
