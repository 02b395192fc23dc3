namespace InfoSharing.Validator.Language;

/// <summary>
/// A wording of the list, as the list writes it: "/" parts variants of a word, "~" marks a word that inflects, "…" is up to three words,
/// brackets hold words that may be missing, "#" is a word with a digit in it, {victim} and {harm} are names of this case.
/// " | " parts several.
/// </summary>
/// <param name="Words">The wording.</param>
internal sealed record Wording(string Words)
{
    /// <summary>It counts only where the sentence holds one of these.</summary>
    internal string SentenceHas { get; init; } = "";

    /// <summary>It does not count where the sentence holds one of these.</summary>
    internal string SentenceLacks { get; init; } = "";

    /// <summary>It does not count where one of these follows.</summary>
    internal string NotBefore { get; init; } = "";

    /// <summary>It does not count where one of these goes before.</summary>
    internal string NotAfter { get; init; } = "";

    public static implicit operator Wording(string words) => new(words);
}
