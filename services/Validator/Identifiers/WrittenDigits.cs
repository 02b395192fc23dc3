namespace InfoSharing.Validator.Identifiers;

/// <summary>Reads ASCII digits only: other scripts' digits look right on a screen and match nothing in a partner's system.</summary>
internal static class WrittenDigits
{
    public static bool AreAll(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character)) return false;
        }

        return true;
    }

    public static bool AreOneRepeated(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(text[0]);

    /// <summary>The number that at most nine digits write.</summary>
    public static int ToNumber(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits) number = number * 10 + (digit - '0');
        return number;
    }
}
