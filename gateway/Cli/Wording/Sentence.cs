using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Validator.Clocks;

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

    /// <summary>The same of an instant, in London.</summary>
    internal static string Moment(Timestamp? instant) => instant is null ? "at a time that is not known here" : $"at {Moment(London.ClockAt(instant.ToDateTimeOffset()))}";

    /// <summary>The first letter as a sentence begins.</summary>
    internal static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
