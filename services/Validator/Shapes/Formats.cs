using InfoSharing.Validator.Facts;

namespace InfoSharing.Validator.Shapes;

/// <summary>The forms that a string of the contract can be asked to have. A blank string has every form: blank is not an answer.</summary>
internal static class Formats
{
    private static readonly DateOnly FirstDay = new(1900, 1, 1);
    private static readonly DateOnly LastDay = new(2200, 12, 31);

    /// <summary>1 to 40 letters, digits, "-" or "_".</summary>
    internal static bool IsRef(string written)
    {
        if (written.Length is 0 or > 40) return false;
        foreach (var c in written) if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')) return false;
        return true;
    }

    /// <summary>What is wrong with the form; null where nothing is. References are checked against the transfer, elsewhere.</summary>
    internal static string? FaultOf(Format format, string written) => format switch
    {
        Format.Day when Days.Parse(written) is not { } day || day < FirstDay || day > LastDay => ShapeWords.Day,
        Format.NewRef when !IsRef(written) => ShapeWords.NewRef,
        Format.Agency when !IsAgency(written) => ShapeWords.Agency,
        Format.Gss when !IsGss(written) => ShapeWords.Gss,
        Format.Uuid when !IsUuid7(written) => ShapeWords.Uuid,
        _ => null,
    };

    private static bool IsAgency(string written)
    {
        if (written.Length > 80) return false;
        foreach (var c in written) if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-') return false;
        return true;
    }

    private static bool IsGss(string written)
    {
        if (written.Length != 9 || !char.IsAsciiLetterUpper(written[0])) return false;
        foreach (var c in written.AsSpan(1)) if (!char.IsAsciiDigit(c)) return false;
        return true;
    }

    private static bool IsUuid7(string written) =>
        Guid.TryParseExact(written, "D", out _) && written[14] == '7' && char.ToLowerInvariant(written[19]) is ('8' or '9' or 'a' or 'b');
}
