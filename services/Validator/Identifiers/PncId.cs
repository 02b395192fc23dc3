using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace InfoSharing.Validator.Identifiers;

/// <summary>The Police National Computer id: a year of two or four digits, a serial number of up to seven digits, a check letter. The slash and the serial number's leading zeros are often dropped.</summary>
/// <remarks>
/// Source: hmpps-person-record (MIT); criminaljusticehub for the check letter. A two-digit year up to the present one is read as 20YY,
/// a later one as 19YY, so every method takes the present year. Without the slash an id of five to nine digits can begin with either
/// kind of year; the check letter decides, and when both readings fit we say so instead of choosing a person.
/// </remarks>
public static class PncId
{
    private const int SerialLength = 7;
    private const int FirstYear = 1900;

    private static readonly IdentifierFault Empty = Fault(IdentifierFaultKind.Empty, "is empty");
    private static readonly IdentifierFault WrongShape = Fault(IdentifierFaultKind.Shape, "is not a year of 2 or 4 digits, up to 7 digits and a letter");
    private static readonly IdentifierFault UnusedLetter = Fault(IdentifierFaultKind.UnusedLetter, "ends in a letter that is never used (I, O, S)");
    private static readonly IdentifierFault CheckLetter = Fault(IdentifierFaultKind.CheckCharacter, "check letter does not fit");
    private static readonly IdentifierFault WrongYear = Fault(IdentifierFaultKind.Year, "year is before 1900 or still to come");
    private static readonly IdentifierFault TwoReadings = Fault(IdentifierFaultKind.Ambiguous, "can be read two ways without the slash after the year");

    /// <summary>Whether what was written can be a PNC id.</summary>
    public static bool IsValid(ReadOnlySpan<char> written, int presentYear) => Check(written, presentYear) is null;

    /// <summary>What is wrong with what was written, or null when nothing is.</summary>
    public static IdentifierFault? Check(ReadOnlySpan<char> written, int presentYear) => Read(written, presentYear, out _);

    /// <summary>Gives the long form: a year of four digits, a slash, seven digits, the letter in capitals: 81/34U is 1981/0000034U.</summary>
    public static bool TryNormalise(string? written, int presentYear, [NotNullWhen(true)] out string? canonical)
    {
        canonical = Read(written, presentYear, out var pnc) is null ? $"{pnc.Year:D4}/{pnc.Serial:D7}{pnc.Letter}" : null;
        return canonical is not null;
    }

    private static IdentifierFault? Read(ReadOnlySpan<char> written, int presentYear, out Parts read)
    {
        read = default;
        var text = written.Trim();
        if (text.IsEmpty) return Empty;
        if (!char.IsAsciiLetter(text[^1])) return WrongShape;

        var letter = char.ToUpperInvariant(text[^1]);
        var numbers = text[..^1];
        var slash = numbers.IndexOf('/');
        var isShaped = slash < 0
            ? numbers.Length is >= 3 and <= 4 + SerialLength && WrittenDigits.AreAll(numbers)
            : IsShaped(numbers[..slash], numbers[(slash + 1)..]);
        if (!isShaped) return WrongShape;
        if (!PoliceCheckLetter.IsUsed(letter)) return UnusedLetter;
        return slash < 0
            ? ReadWithoutSlash(numbers, letter, presentYear, out read)
            : ReadParts(numbers[..slash], numbers[(slash + 1)..], letter, presentYear, out read);
    }

    private static IdentifierFault? ReadWithoutSlash(ReadOnlySpan<char> digits, char letter, int presentYear, out Parts read)
    {
        var shortFault = WrongShape;
        var longFault = WrongShape;
        Parts longRead = default;
        read = default;
        if (IsShaped(digits[..2], digits[2..])) shortFault = ReadParts(digits[..2], digits[2..], letter, presentYear, out read);
        if (digits.Length > 4) longFault = ReadParts(digits[..4], digits[4..], letter, presentYear, out longRead);

        if (shortFault is null) return longFault is null ? TwoReadings : null;
        read = longRead;
        if (longFault is null) return null;
        return shortFault == WrongShape ? longFault : shortFault;
    }

    private static IdentifierFault? ReadParts(ReadOnlySpan<char> year, ReadOnlySpan<char> serial, char letter, int presentYear, out Parts read)
    {
        var writtenYear = WrittenDigits.ToNumber(year);
        read = new Parts(year.Length == 2 ? InCentury(writtenYear, presentYear) : writtenYear, WrittenDigits.ToNumber(serial), letter);
        if (!PoliceCheckLetter.Fits(writtenYear % 100, read.Serial, SerialLength, letter)) return CheckLetter;
        return read.Year < FirstYear || read.Year > presentYear ? WrongYear : null;
    }

    private static bool IsShaped(ReadOnlySpan<char> year, ReadOnlySpan<char> serial) =>
        year.Length is 2 or 4 && serial.Length is >= 1 and <= SerialLength && WrittenDigits.AreAll(year) && WrittenDigits.AreAll(serial);

    private static int InCentury(int twoDigitYear, int presentYear)
    {
        var inThisCentury = presentYear - presentYear % 100 + twoDigitYear;
        return inThisCentury <= presentYear ? inThisCentury : inThisCentury - 100;
    }

    private static IdentifierFault Fault(IdentifierFaultKind kind, string words) => new("PNC ID", kind, words);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Parts(int Year, int Serial, char Letter);
}
