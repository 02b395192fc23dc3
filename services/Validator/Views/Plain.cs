namespace InfoSharing.Validator.Views;

/// <summary>Words as their letters and digits alone, in small letters.</summary>
internal static class Plain
{
    private const int LongestOnStack = 256;

    private static readonly char[] Ascii = [.. Enumerable.Range(0, 128).Select(static code => char.IsAsciiLetterOrDigit((char)code) ? char.ToLowerInvariant((char)code) : '\0')];

    internal static string Of(string words)
    {
        Span<char> buffer = words.Length <= LongestOnStack ? stackalloc char[LongestOnStack] : new char[words.Length];
        return buffer[..Write(words, buffer)].ToString();
    }

    /// <summary>Writes the plain form, and says how long it is.</summary>
    internal static int Write(ReadOnlySpan<char> words, Span<char> into)
    {
        var length = 0;
        var ascii = Ascii;
        foreach (var character in words)
        {
            var plain = character < ascii.Length ? ascii[character] : Of(character);
            into[length] = plain;
            // No branch: one that goes with every space costs more than the rest of the search.
            length += plain != '\0' ? 1 : 0;
        }
        return length;
    }

    /// <summary>For each character of the plain form, where it stands in the words.</summary>
    internal static void WriteOrigins(ReadOnlySpan<char> words, Span<int> into)
    {
        var next = 0;
        for (var i = 0; i < words.Length; i++)
            if (Of(words[i]) != '\0') into[next++] = i;
    }

    private static char Of(char character)
    {
        if (character < Ascii.Length) return Ascii[character];
        return char.IsLetterOrDigit(character) ? char.ToLowerInvariant(character) : '\0';
    }
}
