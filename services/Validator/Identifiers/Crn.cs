using System.Diagnostics.CodeAnalysis;

namespace InfoSharing.Validator.Identifiers;

/// <summary>The probation case reference number: a letter and six digits (X123456). It has no check character.</summary>
/// <remarks>Source: hmpps-integration-api (MIT).</remarks>
public static class Crn
{
    private static readonly IdentifierFault Empty = Fault(IdentifierFaultKind.Empty, "is empty");
    private static readonly IdentifierFault WrongLength = Fault(IdentifierFaultKind.Length, "length is not 7");
    private static readonly IdentifierFault WrongShape = Fault(IdentifierFaultKind.Shape, "is not a letter and 6 digits");

    /// <summary>Whether what was written can be a CRN. Case and surrounding spaces do not matter.</summary>
    public static bool IsValid(ReadOnlySpan<char> written) => Check(written) is null;

    /// <summary>What is wrong with what was written, or null when nothing is.</summary>
    public static IdentifierFault? Check(ReadOnlySpan<char> written)
    {
        var crn = written.Trim();
        if (crn.IsEmpty) return Empty;
        if (crn.Length != 7) return WrongLength;
        return char.IsAsciiLetter(crn[0]) && WrittenDigits.AreAll(crn[1..]) ? null : WrongShape;
    }

    /// <summary>Gives the number in capitals.</summary>
    public static bool TryNormalise(string? written, [NotNullWhen(true)] out string? canonical)
    {
        canonical = IsValid(written) ? written!.Trim().ToUpperInvariant() : null;
        return canonical is not null;
    }

    private static IdentifierFault Fault(IdentifierFaultKind kind, string words) => new("CRN", kind, words);
}
