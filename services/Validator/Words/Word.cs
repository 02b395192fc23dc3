namespace InfoSharing.Validator.Words;

/// <summary>One word of a text: letters and digits, with an apostrophe inside it. "risk-taking" is two words, "didn’t" is one.</summary>
/// <param name="Start">Its first character (UTF-16) in the text.</param>
/// <param name="Length">How many characters (UTF-16).</param>
/// <param name="Key">The same for the same word in any case and with either apostrophe: <see cref="WordKey"/>.</param>
/// <param name="Before">What stands between it and the word before it.</param>
internal readonly record struct Word(int Start, int Length, ulong Key, Break Before)
{
    /// <summary>The first character behind it.</summary>
    internal int End => Start + Length;
}
