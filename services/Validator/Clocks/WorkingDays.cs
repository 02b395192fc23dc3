using Country = InfoSharing.V1.Party.Types.Country;

namespace InfoSharing.Validator.Clocks;

/// <summary>Working days: Monday to Friday, less the bank holidays of the country.</summary>
public static class WorkingDays
{
    /// <summary>The working day that is so many working days after a day; the day itself does not count.</summary>
    /// <param name="start">The day from which is counted.</param>
    /// <param name="count">How many working days; 0 or more.</param>
    /// <param name="country">The country; blank counts as England.</param>
    public static DateOnly Add(DateOnly start, int count, Country country)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var day = start;
        while (count > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day, country)) count--;
        }
        return day;
    }

    /// <summary>True on a working day of the country.</summary>
    public static bool IsWorkingDay(DateOnly day, Country country) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays.Of(day.Year, country).Contains(day);
}
