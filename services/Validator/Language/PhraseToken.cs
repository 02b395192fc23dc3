namespace InfoSharing.Validator.Language;

/// <summary>What may stand at one place of a phrase.</summary>
internal enum PhraseTokenKind
{
    /// <summary>One of some words.</summary>
    Words = 0,

    /// <summary>Up to three words of any kind.</summary>
    Gap = 1,

    /// <summary>A word with a digit in it.</summary>
    Number = 2,

    /// <summary>The name of a victim of this case.</summary>
    Victim = 3,

    /// <summary>The name of somebody who causes harm.</summary>
    PersonCausingHarm = 4,
}

/// <summary>One place of a phrase.</summary>
/// <param name="Kind">What may stand there.</param>
/// <param name="Keys">The words, as keys; empty for other kinds.</param>
internal readonly record struct PhraseToken(PhraseTokenKind Kind, ulong[] Keys);
