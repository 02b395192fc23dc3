namespace InfoSharing.Validator.Identifiers;

/// <summary>The check letter that PNC and CRO numbers share: the two-digit year followed by the serial number, modulo 23.</summary>
/// <remarks>Source: hmpps-person-record (MIT), its PNC and CRO identifiers; criminaljusticehub for the PNC.</remarks>
internal static class PoliceCheckLetter
{
    private const string Letters = "ZABCDEFGHJKLMNPQRTUVWXY";

    public static bool IsUsed(char letter) => Letters.Contains(letter, StringComparison.Ordinal);

    /// <param name="twoDigitYear">0 to 99.</param>
    /// <param name="serial">The serial number.</param>
    /// <param name="serialDigits">How many digits the serial number has, counting leading zeros.</param>
    /// <param name="letter">The check letter as written, upper case.</param>
    public static bool Fits(int twoDigitYear, int serial, int serialDigits, char letter)
    {
        var number = (long)twoDigitYear;
        for (var digit = 0; digit < serialDigits; digit++) number *= 10;
        return Letters[(int)((number + serial) % Letters.Length)] == letter;
    }
}
