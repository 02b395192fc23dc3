using System.Globalization;

namespace InfoSharing.Validator.Facts;

/// <summary>The contract's days.</summary>
internal static class Days
{
    /// <summary>The day of an ISO date; null where it is blank or no date.</summary>
    internal static DateOnly? Parse(string written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A day as the contract writes it.</summary>
    internal static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Whole years from one day to another; a birthday on 29 February falls on 1 March in other years.</summary>
    internal static int YearsBetween(DateOnly from, DateOnly to)
    {
        var years = to.Year - from.Year;
        return (to.Month, to.Day).CompareTo((from.Month, from.Day)) < 0 ? years - 1 : years;
    }
}
