namespace InfoSharing.Validator.Identifiers;

/// <summary>What is wrong with a written identifier, in words that never hold the identifier itself.</summary>
/// <param name="Identifier">The field's name for the identifier, such as "UPN".</param>
/// <param name="Kind">What is wrong, for a program.</param>
/// <param name="Words">What is wrong, for a person: "check letter does not fit".</param>
public sealed record IdentifierFault(string Identifier, IdentifierFaultKind Kind, string Words)
{
    /// <summary>The line a data clerk reads: "UPN: check letter does not fit".</summary>
    public override string ToString() => $"{Identifier}: {Words}";
}
