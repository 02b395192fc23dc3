using System.Diagnostics.CodeAnalysis;

namespace InfoSharing.Validator.Identifiers;

/// <summary>The NHS number: ten digits, the last a modulus 11 check digit. Spaces and hyphens between the digits are ignored.</summary>
/// <remarks>Source: NHS Data Dictionary algorithm, as restated and run against the vectors in the epidm package (valid_nhs). A pass does not show that the person is this person.</remarks>
public static class NhsNumber
{
    private const int Length = 10;

    private static readonly IdentifierFault Empty = Fault(IdentifierFaultKind.Empty, "is empty");
    private static readonly IdentifierFault NotDigits = Fault(IdentifierFaultKind.Shape, "has a character that is not a digit");
    private static readonly IdentifierFault WrongLength = Fault(IdentifierFaultKind.Length, "is not 10 digits long");
    private static readonly IdentifierFault OneDigitThroughout = Fault(IdentifierFaultKind.Placeholder, "is one digit throughout, so it stands for no one");
    private static readonly IdentifierFault CheckDigit = Fault(IdentifierFaultKind.CheckCharacter, "check digit does not fit");

    /// <summary>Whether what was written can be an NHS number.</summary>
    public static bool IsValid(ReadOnlySpan<char> written) => Check(written) is null;

    /// <summary>What is wrong with what was written, or null when nothing is.</summary>
    public static IdentifierFault? Check(ReadOnlySpan<char> written) => Read(written, stackalloc char[Length]);

    /// <summary>Gives the ten digits without spaces.</summary>
    public static bool TryNormalise(string? written, [NotNullWhen(true)] out string? canonical)
    {
        Span<char> digits = stackalloc char[Length];
        canonical = Read(written, digits) is null ? new string(digits) : null;
        return canonical is not null;
    }

    private static IdentifierFault? Read(ReadOnlySpan<char> written, Span<char> digits)
    {
        var count = 0;
        foreach (var character in written)
        {
            if (character is '-' || char.IsWhiteSpace(character)) continue;
            if (!char.IsAsciiDigit(character)) return NotDigits;
            if (count < Length) digits[count] = character;
            count++;
        }

        if (count == 0) return Empty;
        if (count != Length) return WrongLength;
        if (WrittenDigits.AreOneRepeated(digits)) return OneDigitThroughout;
        return CheckDigitFits(digits) ? null : CheckDigit;
    }

    private static bool CheckDigitFits(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var position = 0; position < Length - 1; position++) sum += (digits[position] - '0') * (Length - position);
        var check = (11 - sum % 11) % 11;
        return check == digits[^1] - '0'; // a check of 10 is no digit, so such numbers are never issued and never fit
    }

    private static IdentifierFault Fault(IdentifierFaultKind kind, string words) => new("NHS number", kind, words);
}
