namespace InfoSharing.Validator.Identifiers;

/// <summary>What can be wrong with an identifier as it was written.</summary>
public enum IdentifierFaultKind
{
    /// <summary>Nothing was written.</summary>
    Empty,

    /// <summary>Too short or too long.</summary>
    Length,

    /// <summary>A character stands where it cannot stand, or the parts are not in their published order.</summary>
    Shape,

    /// <summary>A letter that this identifier never uses, because it is easily misread (I, O, S).</summary>
    UnusedLetter,

    /// <summary>The check letter or digit does not fit the rest: most often one mistyped character.</summary>
    CheckCharacter,

    /// <summary>One digit throughout: typed to fill the field. Such a number passes the arithmetic and would join strangers.</summary>
    Placeholder,

    /// <summary>The year it holds is still to come, or before 1900.</summary>
    Year,

    /// <summary>It can be read as two different identifiers.</summary>
    Ambiguous,
}
