namespace InfoSharing.Validator.Language;

/// <summary>A wording of the list, found in a text.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Start">Its first character in the text (UTF-16).</param>
/// <param name="Length">How many characters (UTF-16).</param>
public sealed record LanguageHit(LanguageEntry Entry, int Start, int Length);
