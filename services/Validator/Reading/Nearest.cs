namespace InfoSharing.Validator.Reading;

/// <summary>"Did you mean": the known name that a mistyped one is closest to.</summary>
internal static class Nearest
{
    private const int LongestCompared = 40;

    /// <summary>The closest known name, where it is near enough to be meant; null otherwise.</summary>
    internal static string? To(string written, IEnumerable<string> known)
    {
        if (written.Length is 0 or > LongestCompared) return null;
        var plain = Plain(written);
        var (best, distance) = ((string?)null, int.MaxValue);
        foreach (var name in known)
        {
            var d = Distance(plain, Plain(name));
            if (d < distance) (best, distance) = (name, d);
        }
        // One slip in four letters, at most three: a short word that is no field may be somebody's name.
        return distance <= Math.Min(3, plain.Length / 4) ? best : null;
    }

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    // Damerau-Levenshtein with adjacent swaps (optimal string alignment).
    private static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var now = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                now[j] = Math.Min(Math.Min(now[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
            }
            (before, last, now) = (last, now, before);
        }
        return last[b.Length];
    }
}
