using System.Globalization;
using System.Text.RegularExpressions;

namespace InfoSharing.Feeds.Cin;

/// <summary>A day as the return gives it.</summary>
/// <param name="Element">The element that holds it.</param>
/// <param name="Line">Its line.</param>
/// <param name="Written">What stands there.</param>
/// <param name="On">The day, or null where what stands there cannot be.</param>
/// <param name="WhyNot">Why it cannot be, or null.</param>
internal sealed partial record CinDay(string Element, int Line, string Written, DateOnly? On, string? WhyNot)
{
    private const int LongestShown = 30;

    private static readonly string[] Published = ["yyyy-MM-dd", "yyyy-MM-ddzzz", "yyyy-MM-ddK", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];
    private static readonly string[] English = ["d/M/yyyy", "d/M/yyyy HH:mm:ss", "d/M/yyyy HH:mm"];

    /// <summary>The day as the contract writes it, or "".</summary>
    public string Iso => On is { } day ? day.ToString("yyyy-MM-dd") : "";

    /// <summary>Reads a day as the DfE publishes it, or as a spreadsheet in England leaves it.</summary>
    public static bool TryParse(string written, out DateOnly day, out bool inEnglishOrder)
    {
        inEnglishOrder = false;
        day = default;
        if (TryExact(written, Published, ref day)) return true;
        return inEnglishOrder = TryExact(written, English, ref day);
    }

    /// <summary>What was written, where it has the look of a date and so is neither a name nor a number of anybody's.</summary>
    public static string? Shown(string written) => written.Length <= LongestShown && LookOfDate.IsMatch(written) ? written : null;

    // A time zone must not move the day: what was written is the day that was meant.
    private static bool TryExact(string written, string[] forms, ref DateOnly day)
    {
        if (!DateTimeOffset.TryParseExact(written, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read)) return false;
        day = DateOnly.FromDateTime(read.DateTime);
        return true;
    }

    [GeneratedRegex(@"^[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}([T ][0-9:.Z+-]*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LookOfDate { get; }
}
