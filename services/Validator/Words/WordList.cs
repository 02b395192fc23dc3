namespace InfoSharing.Validator.Words;

/// <summary>The words of a text, in order. Made once for each text of a case: <c>c.WordsOf(text)</c>.</summary>
internal sealed class WordList
{
    private Word[] _words = [];

    /// <summary>The text.</summary>
    internal string Written { get; private set; } = "";

    /// <summary>How many words it has.</summary>
    internal int Count { get; private set; }

    /// <summary>A word, from 0.</summary>
    internal ref readonly Word this[int index] => ref All[index];

    /// <summary>All words, in order.</summary>
    internal ReadOnlySpan<Word> All => _words.AsSpan(0, Count);

    /// <summary>A word as it was written.</summary>
    internal ReadOnlySpan<char> Spelling(int index) => Written.AsSpan(this[index].Start, this[index].Length);

    /// <summary>The first word of the sentence that holds a word.</summary>
    internal int SentenceStart(int index)
    {
        while (index > 0 && this[index].Before != Break.Sentence) index--;
        return index;
    }

    /// <summary>The word behind the last one of the sentence that holds a word.</summary>
    internal int SentenceEnd(int index)
    {
        index++;
        while (index < Count && this[index].Before != Break.Sentence) index++;
        return index;
    }

    /// <summary>Finds the words of a text.</summary>
    internal static WordList Of(string text)
    {
        var words = new WordList();
        words.Read(text);
        return words;
    }

    /// <summary>Finds the words of another text, in the same space.</summary>
    internal void Read(string text)
    {
        if (_words.Length == 0) _words = new Word[(text.Length / 5) + 4];
        var count = 0;
        var at = 0;
        while (NextWord(text, ref at, out var before))
        {
            if (count == _words.Length) Array.Resize(ref _words, count * 2);
            var start = at;
            var key = ReadWord(text, ref at);
            _words[count] = new(start, at - start, key, count == 0 ? Break.Sentence : before);
            count++;
        }
        (Written, Count) = (text, count);
    }

    /// <summary>Keeps the space, and nothing of the text.</summary>
    internal void Forget()
    {
        Array.Clear(_words, 0, Count);
        (Written, Count) = ("", 0);
    }

    /// <summary>The key of each word of a name, without a list of them.</summary>
    internal static void EachKey<T>(string text, T state, Action<T, ulong, int> tell)
    {
        var at = 0;
        while (NextWord(text, ref at, out _))
        {
            var start = at;
            var key = ReadWord(text, ref at);
            tell(state, key, at - start);
        }
    }

    // Goes to the first character of the next word; false at the end.
    private static bool NextWord(string text, ref int at, out Break before)
    {
        before = Break.None;
        var i = at;
        for (; i < text.Length; i++)
        {
            var written = text[i];
            if (Letters.Fold(written) > Letters.Apostrophe) break;
            if (written is ' ' or ',') continue;
            var here = BreakAt(text, i);
            if (here > before) before = here;
        }
        at = i;
        return i < text.Length;
    }

    // Stops behind the last letter of the word.
    private static ulong ReadWord(string text, ref int at)
    {
        var key = WordKey.Empty;
        var i = at;
        for (; i < text.Length; i++)
        {
            var folded = Letters.Fold(text[i]);
            if (folded <= Letters.Apostrophe)
            {
                if (folded == Letters.Ignored) continue;
                if (folded == Letters.Separator || !IsLetter(text, i + 1)) break;
            }
            key = WordKey.Add(key, folded);
        }
        at = i;
        return key;
    }

    private static Break BreakAt(string text, int at) => text[at] switch
    {
        // "10.30" and "P.C." go on; "seen?" and "seen." end.
        '.' or '!' or '?' or '\u2026' => IsLetter(text, at + 1) ? Break.None : Break.Sentence,
        '\n' or '\r' or '\u2029' => GoesOn(text, at) ? Break.None : Break.Sentence,
        '\u2022' => Break.Sentence,
        ':' or ';' or '(' or ')' or '[' or ']' or '{' or '}' or '|' => Break.Phrase,
        _ => Break.None,
    };

    // A line that begins with a small letter goes on from the line before it; a blank line always parts.
    private static bool GoesOn(string text, int at)
    {
        var lines = 0;
        for (; at < text.Length && char.IsWhiteSpace(text[at]); at++)
            if (text[at] == '\n' && ++lines > 1) return false;
        return at < text.Length && char.IsLower(text[at]);
    }

    private static bool IsLetter(string text, int at) => at < text.Length && Letters.Fold(text[at]) > Letters.Apostrophe;
}
