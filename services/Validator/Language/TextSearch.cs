using InfoSharing.Validator.Words;

namespace InfoSharing.Validator.Language;

/// <summary>Looks for the list's wordings in one text, outside quotations, and for each entry once.</summary>
internal ref struct TextSearch(PhraseIndex index, Text text, WordList words, Names names)
{
    private List<Stretch>? _quoted;
    private ulong _done;
    private int _at = -1;
    private int _in;

    /// <summary>The next entry that the text holds; null where there is none.</summary>
    internal LanguageHit? Next()
    {
        if (text.Verbatim) return null;
        for (_at = Math.Max(_at, 0); _at < words.Count; _at++, _in = 0)
        {
            if (!index.TryFind(words[_at].Key, out var phrases)) continue;
            for (; _in < phrases.Length; _in++)
            {
                var (phrase, wording) = phrases[_in];
                var bit = 1UL << wording.Entry.Number;
                if ((_done & bit) != 0) continue;
                var start = _at - phrase.Anchor;
                var behind = PhraseMatch.At(phrase, words, start, names);
                if (behind < 0 || !wording.Counts(words, start, behind, names) || IsQuoted(start, behind)) continue;
                _done |= bit;
                return new(wording.Entry, words[start].Start, words[behind - 1].End - words[start].Start);
            }
        }
        return null;
    }

    private bool IsQuoted(int start, int behind)
    {
        _quoted ??= QuotedWords.Of(text, names);
        foreach (var stretch in _quoted)
            if (stretch.Holds(words[start].Start, words[behind - 1].End)) return true;
        return false;
    }
}
