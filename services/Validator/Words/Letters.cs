using System.Globalization;
using System.Runtime.CompilerServices;

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

    // By code: the small letter or digit, 39 for the apostrophe, 0 for what parts words. A constant, so that reading it costs no check: every character of every text comes here.
    private static ReadOnlySpan<byte> Ascii =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 39, 0, 0, 0, 0, 0, 0, 0, 0,
        48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 0, 0, 0, 0, 0, 0,
        0, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111,
        112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 0, 0, 0, 0, 0,
        0, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111,
        112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 0, 0, 0, 0, 0,
    ];

    /// <summary>The character in lower case; <see cref="Separator"/>, <see cref="Ignored"/> or <see cref="Apostrophe"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static char Fold(char written) => written < 128 ? (char)Ascii[written] : FoldOther(written);

    private static char FoldOther(char written) => written switch
    {
        '\u2019' or '\u02BC' or '\uFF07' => Apostrophe,
        '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF' => Ignored,
        _ when char.IsLetterOrDigit(written) => char.ToLowerInvariant(written),
        _ when char.GetUnicodeCategory(written) == UnicodeCategory.NonSpacingMark => written,
        _ => Separator,
    };
}
