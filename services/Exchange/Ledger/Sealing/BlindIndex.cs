using System.Globalization;
using System.Text;

namespace InfoSharing.Exchange.Ledger.Sealing;

/// <summary>
/// Finds a case by an identifier or a blocking key without reading names: the table holds keyed hashes, and without the agency's index key
/// nobody can try numbers against it. What it gives are candidates.
/// </summary>
internal static class BlindIndex
{
    /// <summary>The token of a value; null when nothing of it is left to look for.</summary>
    internal static byte[]? Token(Keyring ring, string kind, string value) =>
        Normalise(value) is { Length: > 0 } normalised ? ring.Token("blind_index", kind, normalised) : null;

    /// <summary>Letters and digits alone, in capitals: "943 476 5919" and "9434765919" are one number.</summary>
    internal static string Normalise(string value)
    {
        var kept = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune)) kept.Append(Rune.ToUpper(rune, CultureInfo.InvariantCulture).ToString());
        return kept.ToString();
    }
}
