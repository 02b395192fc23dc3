using System.Diagnostics.CodeAnalysis;

namespace InfoSharing.Validator.Identifiers;

/// <summary>The Criminal Records Office number: serial, slash, two-digit year, check letter (65656/91H); or in the SF form SF, two-digit year, slash, serial, check letter (SF05/482703J).</summary>
/// <remarks>Source: hmpps-person-record (MIT). The check letter of the standard form is worked out on a serial of six digits, that of the SF form on the serial as written.</remarks>
public static class CroNumber
{
    private const int SerialLength = 6;
    private const string SfPrefix = "SF";

    private static readonly IdentifierFault Empty = Fault(IdentifierFaultKind.Empty, "is empty");
    private static readonly IdentifierFault WrongShape = Fault(IdentifierFaultKind.Shape, "is not up to 6 digits, a slash, a year of 2 digits and a letter, nor SF, a year, a slash, up to 6 digits and a letter");
    private static readonly IdentifierFault UnusedLetter = Fault(IdentifierFaultKind.UnusedLetter, "ends in a letter that is never used (I, O, S)");
    private static readonly IdentifierFault CheckLetter = Fault(IdentifierFaultKind.CheckCharacter, "check letter does not fit");

    /// <summary>Whether what was written can be a CRO number. Case and surrounding spaces do not matter.</summary>
    public static bool IsValid(ReadOnlySpan<char> written) => Check(written) is null;

    /// <summary>What is wrong with what was written, or null when nothing is.</summary>
    public static IdentifierFault? Check(ReadOnlySpan<char> written)
    {
        var text = written.Trim();
        if (text.IsEmpty) return Empty;

        var isSfForm = IsSfForm(text);
        var numbers = isSfForm ? text[SfPrefix.Length..^1] : text[..^1];
        var slash = numbers.IndexOf('/');
        if (slash < 0 || !char.IsAsciiLetter(text[^1])) return WrongShape;

        var year = isSfForm ? numbers[..slash] : numbers[(slash + 1)..];
        var serial = isSfForm ? numbers[(slash + 1)..] : numbers[..slash];
        if (year.Length != 2 || serial.Length is < 1 or > SerialLength) return WrongShape;
        if (!WrittenDigits.AreAll(year) || !WrittenDigits.AreAll(serial)) return WrongShape;

        var letter = char.ToUpperInvariant(text[^1]);
        if (!PoliceCheckLetter.IsUsed(letter)) return UnusedLetter;
        var serialDigits = isSfForm ? serial.Length : SerialLength;
        return PoliceCheckLetter.Fits(WrittenDigits.ToNumber(year), WrittenDigits.ToNumber(serial), serialDigits, letter) ? null : CheckLetter;
    }

    /// <summary>Gives the number in capitals; the standard form's serial padded to six digits (065656/91H), the SF form's as written.</summary>
    public static bool TryNormalise(string? written, [NotNullWhen(true)] out string? canonical)
    {
        canonical = null;
        if (!IsValid(written)) return false;
        var text = written!.Trim().ToUpperInvariant();
        canonical = IsSfForm(text) ? text : text.PadLeft(SerialLength + "/YYD".Length, '0');
        return true;
    }

    private static bool IsSfForm(ReadOnlySpan<char> text) =>
        text.Length > SfPrefix.Length && text.StartsWith(SfPrefix, StringComparison.OrdinalIgnoreCase);

    private static IdentifierFault Fault(IdentifierFaultKind kind, string words) => new("CRO number", kind, words);
}
