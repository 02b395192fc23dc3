using System.Diagnostics.CodeAnalysis;

namespace InfoSharing.Validator.Identifiers;

/// <summary>The prison (NOMS) number: a letter, four digits, two letters (A1234AA). It has no check character.</summary>
/// <remarks>Source: hmpps-integration-api (MIT).</remarks>
public static class NomsNumber
{
    private static readonly IdentifierFault Empty = Fault(IdentifierFaultKind.Empty, "is empty");
    private static readonly IdentifierFault WrongLength = Fault(IdentifierFaultKind.Length, "length is not 7");
    private static readonly IdentifierFault WrongShape = Fault(IdentifierFaultKind.Shape, "is not a letter, 4 digits and 2 letters");

    /// <summary>Whether what was written can be a prison number. Case and surrounding spaces do not matter.</summary>
    public static bool IsValid(ReadOnlySpan<char> written) => Check(written) is null;

    /// <summary>What is wrong with what was written, or null when nothing is.</summary>
    public static IdentifierFault? Check(ReadOnlySpan<char> written)
    {
        var noms = written.Trim();
        if (noms.IsEmpty) return Empty;
        if (noms.Length != 7) return WrongLength;
        var isShaped = char.IsAsciiLetter(noms[0]) && WrittenDigits.AreAll(noms[1..5]) && char.IsAsciiLetter(noms[5]) && char.IsAsciiLetter(noms[6]);
        return isShaped ? null : WrongShape;
    }

    /// <summary>Gives the number in capitals.</summary>
    public static bool TryNormalise(string? written, [NotNullWhen(true)] out string? canonical)
    {
        canonical = IsValid(written) ? written!.Trim().ToUpperInvariant() : null;
        return canonical is not null;
    }

    private static IdentifierFault Fault(IdentifierFaultKind kind, string words) => new("Prison number", kind, words);
}
