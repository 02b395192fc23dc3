using System.Globalization;

namespace InfoSharing.Validator.Words;

/// <summary>Characters as words see them: lower case, one kind of apostrophe.</summary>
internal static class Letters
{
    /// <summary>Stands for a character that parts words.</summary>
    internal const char Separator = '\0';

    /// <summary>Stands for a character that is not seen: a soft hyphen, a zero-width space. It parts nothing.</summary>
    internal const char Ignored = '\u0001';

    /// <summary>Any apostrophe; inside a word only.</summary>
    internal const char Apostrophe = '\'';

    private static readonly char[] Ascii = [.. Enumerable.Range(0, 128).Select(code => FoldAscii((char)code))];

    /// <summary>The character in lower case; <see cref="Separator"/>, <see cref="Ignored"/> or <see cref="Apostrophe"/>.</summary>
    internal static char Fold(char written) => written < 128 ? Ascii[written] : FoldOther(written);

    private static char FoldAscii(char written) =>
        char.IsAsciiLetterOrDigit(written) ? char.ToLowerInvariant(written) : written == Apostrophe ? Apostrophe : Separator;

    private static char FoldOther(char written) => written switch
    {
        '\u2019' or '\u02BC' or '\uFF07' => Apostrophe,
        '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF' => Ignored,
        _ when char.IsLetterOrDigit(written) => char.ToLowerInvariant(written),
        _ when char.GetUnicodeCategory(written) == UnicodeCategory.NonSpacingMark => written,
        _ => Separator,
    };
}
