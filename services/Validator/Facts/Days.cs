using System.Globalization;

namespace InfoSharing.Validator.Facts;

/// <summary>The contract's days.</summary>
internal static class Days
{
    /// <summary>The day of an ISO date; null where it is blank or no date. Read by hand: a check reads hundreds, and the library's way took a tenth of it.</summary>
    internal static DateOnly? Parse(string written)
    {
        if (written.Length != 10 || written[4] != '-' || written[7] != '-') return null;
        var (year, month, day) = (Number(written.AsSpan(0, 4)), Number(written.AsSpan(5, 2)), Number(written.AsSpan(8, 2)));
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
    }

    /// <summary>A day as the contract writes it.</summary>
    internal static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // -1 where it is none.
    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit)) return -1;
            number = (number * 10) + (digit - '0');
        }
        return number;
    }

    /// <summary>Whole years from one day to another; a birthday on 29 February falls on 1 March in other years.</summary>
    internal static int YearsBetween(DateOnly from, DateOnly to)
    {
        var years = to.Year - from.Year;
        return (to.Month, to.Day).CompareTo((from.Month, from.Day)) < 0 ? years - 1 : years;
    }
}
