using System.Globalization;

namespace InfoSharing.Cli.Wording;

/// <summary>How lists, counts and days stand in a sentence.</summary>
internal static class Sentence
{
    /// <summary>"Aisha, Ben and Cem".</summary>
    internal static string List(IEnumerable<string> parts)
    {
        var all = parts.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.Take(all.Count - 1))} and {all[^1]}";
    }

    /// <summary>"1 thing", "3 things".</summary>
    internal static string Count(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";

    /// <summary>"Monday 9 November 2026".</summary>
    internal static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"10:30 on Monday 9 November 2026".</summary>
    internal static string Moment(DateTime london) => $"{london.ToString("HH:mm", CultureInfo.InvariantCulture)} on {Day(DateOnly.FromDateTime(london))}";
}
