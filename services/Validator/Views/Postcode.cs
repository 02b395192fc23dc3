namespace InfoSharing.Validator.Views;

/// <summary>United Kingdom postcodes in words: an area and district ("LS8"), then a sector and unit ("1AA"), spaced or not.</summary>
internal static class Postcode
{
    /// <summary>Where postcodes are written in the words.</summary>
    internal static List<Range> In(string words)
    {
        var found = new List<Range>();
        for (var i = 2; i + 2 < words.Length; i++)
        {
            if (!IsUnit(words, i)) continue;
            var end = i - 1;
            while (end >= 0 && (char.IsWhiteSpace(words[end]) || words[end] == '-')) end--;
            var start = end;
            while (start > 0 && char.IsAsciiLetterOrDigit(words[start - 1]) && end - start < 3) start--;
            if (start >= 0 && (start == 0 || !char.IsLetterOrDigit(words[start - 1])) && IsDistrict(words.AsSpan(start, end - start + 1)))
                found.Add(start..(i + 3));
        }
        return found;
    }

    /// <summary>Adds the whole code, and for copies its district alone, as a word of its own.</summary>
    internal static void AddTo(List<Needle> needles, string written, Reach reach)
    {
        var plain = Plain.Of(written);
        if (plain.Length < 2) return;
        needles.Add(new(plain, reach, Part.POSTCODE, true, plain.Length < 5));
        if (plain.Length >= 5 && (reach & ~Reach.Refuge) is var copies and not Reach.None) needles.Add(new(plain[..^3], copies, Part.POSTCODE, true, true));
    }

    private static bool IsUnit(string words, int i) =>
        char.IsAsciiDigit(words[i]) && char.IsAsciiLetter(words[i + 1]) && char.IsAsciiLetter(words[i + 2]) && (i + 3 == words.Length || !char.IsLetterOrDigit(words[i + 3]));

    private static bool IsDistrict(ReadOnlySpan<char> code)
    {
        if (code.Length is < 2 or > 4 || !char.IsAsciiLetter(code[0])) return false;
        var digits = char.IsAsciiLetter(code[1]) ? 2 : 1;
        if (digits >= code.Length || !char.IsAsciiDigit(code[digits])) return false;
        return code.Length - digits <= 2;
    }
}
