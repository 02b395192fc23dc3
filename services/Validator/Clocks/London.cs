namespace InfoSharing.Validator.Clocks;

/// <summary>
/// London's time by rule and not by table, so that it is the same on a machine without time zone data:
/// summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October
/// (Summer Time Act 1972, as amended by the Summer Time Order 2002).
/// </summary>
public static class London
{
    /// <summary>The calendar day in London at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime + OffsetAt(instant.UtcDateTime));

    /// <summary>What a clock in London shows at an instant.</summary>
    public static DateTime ClockAt(DateTimeOffset instant) => DateTime.SpecifyKind(instant.UtcDateTime + OffsetAt(instant.UtcDateTime), DateTimeKind.Unspecified);

    /// <summary>The last second of a day in London, as an instant.</summary>
    public static DateTimeOffset EndOf(DateOnly day)
    {
        var local = day.ToDateTime(new TimeOnly(23, 59, 59), DateTimeKind.Utc);
        // The clocks never change within three hours of midnight, so the offset at the same clock time in UTC is right.
        return new DateTimeOffset(local - OffsetAt(local), TimeSpan.Zero);
    }

    private static TimeSpan OffsetAt(DateTime utc) =>
        utc >= LastSunday(utc.Year, 3) && utc < LastSunday(utc.Year, 10) ? TimeSpan.FromHours(1) : TimeSpan.Zero;

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, 31, 1, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
