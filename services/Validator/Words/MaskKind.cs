namespace InfoSharing.Validator.Words;

/// <summary>What a word may be a part of, where the words about two children are compared.</summary>
internal enum MaskKind : byte
{
    /// <summary>Nothing: the word counts as it is.</summary>
    None = 0,

    /// <summary>"she", "his", "themselves".</summary>
    Pronoun,

    /// <summary>"seven".</summary>
    Number,

    /// <summary>"years", "months".</summary>
    AgeUnit,

    /// <summary>"old".</summary>
    Old,

    /// <summary>"aged".</summary>
    Aged,

    /// <summary>"school", "nursery".</summary>
    School,

    /// <summary>"of", "the": inside a school's name.</summary>
    Joins,
}
