namespace InfoSharing.Validator.Words;

/// <summary>
/// A word as a number, so that words are compared without copying them: FNV-1a over its folded characters, 64 bits.
/// Never stored and never sent: a key of a rare name is as good as the name.
/// </summary>
internal static class WordKey
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The key of no characters yet.</summary>
    internal const ulong Empty = Offset;

    /// <summary>The key of a word, folded as a text's words are.</summary>
    internal static ulong Of(ReadOnlySpan<char> word)
    {
        var key = Empty;
        foreach (var written in word)
        {
            var folded = Letters.Fold(written);
            if (folded == Letters.Apostrophe || folded > Letters.Ignored) key = Add(key, folded);
        }
        return key;
    }

    /// <summary>The key with one more folded character.</summary>
    internal static ulong Add(ulong key, char folded) => (key ^ folded) * Prime;
}
