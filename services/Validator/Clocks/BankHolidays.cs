using System.Collections.Concurrent;
using System.Collections.Frozen;
using Country = InfoSharing.V1.Party.Types.Country;

namespace InfoSharing.Validator.Clocks;

/// <summary>
/// Bank holidays by rule (Banking and Financial Dealings Act 1971, Sch 1, with the days proclaimed every year since 1978),
/// and the single days that were proclaimed beside them. A day proclaimed later is added to <see cref="Proclaimed"/>.
/// </summary>
internal static class BankHolidays
{
    private static readonly ConcurrentDictionary<(int Year, Country Country), FrozenSet<DateOnly>> Known = new();

    // The Platinum Jubilee, a state funeral, a coronation.
    private static readonly DateOnly[] Proclaimed = [new(2022, 6, 3), new(2022, 9, 19), new(2023, 5, 8)];

    /// <summary>The bank holidays of a year.</summary>
    internal static FrozenSet<DateOnly> Of(int year, Country country) =>
        Known.GetOrAdd((year, country), static key => Make(key.Year, key.Country).ToFrozenSet());

    private static IEnumerable<DateOnly> Make(int year, Country country)
    {
        var scotland = country == Country.Sct;
        var easter = EasterSunday(year);
        var newYear = Kept(new(year, 1, 1));
        yield return newYear;
        if (scotland) yield return Kept(new DateOnly(year, 1, 2) <= newYear ? newYear.AddDays(1) : new(year, 1, 2));
        if (country == Country.Nir) yield return Kept(new(year, 3, 17));
        yield return easter.AddDays(-2);
        if (!scotland) yield return easter.AddDays(1);
        yield return FirstMonday(year, 5);
        yield return year == 2022 ? new(2022, 6, 2) : LastMonday(year, 5); // 2022: moved for the Platinum Jubilee
        if (country == Country.Nir) yield return Kept(new(year, 7, 12));
        yield return scotland ? FirstMonday(year, 8) : LastMonday(year, 8);
        if (scotland) yield return Kept(new(year, 11, 30));
        // A Christmas or Boxing Day at the weekend is kept two days later: Saturday's on Monday, Sunday's on Tuesday.
        yield return KeptTwoDaysLater(new(year, 12, 25));
        yield return KeptTwoDaysLater(new(year, 12, 26));
        foreach (var day in Proclaimed.Where(day => day.Year == year)) yield return day;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static DateOnly Kept(DateOnly day)
    {
        while (IsWeekend(day)) day = day.AddDays(1);
        return day;
    }

    private static DateOnly KeptTwoDaysLater(DateOnly day) => IsWeekend(day) ? day.AddDays(2) : day;

    private static DateOnly FirstMonday(int year, int month)
    {
        var day = new DateOnly(year, month, 1);
        return day.AddDays(((int)DayOfWeek.Monday - (int)day.DayOfWeek + 7) % 7);
    }

    private static DateOnly LastMonday(int year, int month)
    {
        var day = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return day.AddDays(-(((int)day.DayOfWeek - (int)DayOfWeek.Monday + 7) % 7));
    }

    // The anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8).
    private static DateOnly EasterSunday(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = ((19 * a) + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451, n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
