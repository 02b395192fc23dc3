using System.Diagnostics.CodeAnalysis;

namespace InfoSharing.Validator.Identifiers;

/// <summary>The unique pupil number: a check letter, then twelve digits; in a temporary UPN the last of the twelve is a letter.</summary>
/// <remarks>Source: Government Data Standards Catalogue, UPN 2.0; CIN census N00001 and rule 1510, which leaves temporary UPNs unchecked where we check them.</remarks>
public static class Upn
{
    private const int Length = 13;

    /// <summary>A letter's index is its value: the letters of the alphabet without I, O and S.</summary>
    private const string Letters = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private static readonly IdentifierFault Empty = Fault(IdentifierFaultKind.Empty, "is empty");
    private static readonly IdentifierFault WrongLength = Fault(IdentifierFaultKind.Length, "length is not 13");
    private static readonly IdentifierFault NoFirstLetter = Fault(IdentifierFaultKind.Shape, "does not begin with a letter");
    private static readonly IdentifierFault NotDigits = Fault(IdentifierFaultKind.Shape, "characters 2 to 12 are not all digits");
    private static readonly IdentifierFault BadEnd = Fault(IdentifierFaultKind.Shape, "does not end in a digit or a letter");
    private static readonly IdentifierFault UnusedLetter = Fault(IdentifierFaultKind.UnusedLetter, "has a letter that is never used (I, O, S)");
    private static readonly IdentifierFault NothingButZeros = Fault(IdentifierFaultKind.Placeholder, "is nothing but zeros, so it stands for no one");
    private static readonly IdentifierFault CheckLetter = Fault(IdentifierFaultKind.CheckCharacter, "check letter does not fit");

    /// <summary>Whether what was written can be a UPN, permanent or temporary. Case and surrounding spaces do not matter.</summary>
    public static bool IsValid(ReadOnlySpan<char> written) => Check(written) is null;

    /// <summary>What is wrong with what was written, or null when nothing is.</summary>
    public static IdentifierFault? Check(ReadOnlySpan<char> written)
    {
        var upn = written.Trim();
        if (upn.IsEmpty) return Empty;
        if (upn.Length != Length) return WrongLength;
        if (!char.IsAsciiLetter(upn[0])) return NoFirstLetter;
        if (!WrittenDigits.AreAll(upn[1..^1])) return NotDigits;
        if (!char.IsAsciiLetterOrDigit(upn[^1])) return BadEnd;

        var check = ValueOf(upn[0]);
        var last = ValueOf(upn[^1]);
        if (check < 0 || last < 0) return UnusedLetter;
        if (!upn[1..].ContainsAnyExcept('0')) return NothingButZeros;

        var sum = last * Length;
        for (var position = 2; position < Length; position++) sum += ValueOf(upn[position - 1]) * position;
        return sum % Letters.Length == check ? null : CheckLetter;
    }

    /// <summary>Gives the UPN in capitals.</summary>
    public static bool TryNormalise(string? written, [NotNullWhen(true)] out string? canonical)
    {
        canonical = IsValid(written) ? written!.Trim().ToUpperInvariant() : null;
        return canonical is not null;
    }

    private static int ValueOf(char character) =>
        char.IsAsciiDigit(character) ? character - '0' : Letters.IndexOf(char.ToUpperInvariant(character), StringComparison.Ordinal);

    private static IdentifierFault Fault(IdentifierFaultKind kind, string words) => new("UPN", kind, words);
}
