namespace InfoSharing.Validator.Words;

/// <summary>What stands between a word and the one before it.</summary>
internal enum Break : byte
{
    /// <summary>White space, a hyphen, a comma, a quotation mark: the words may belong to one phrase.</summary>
    None = 0,

    /// <summary>A colon, a semicolon, a bracket: no phrase goes across.</summary>
    Phrase = 1,

    /// <summary>The end of a sentence, a list item or a paragraph; the first word of a text has it too.</summary>
    Sentence = 2,
}
