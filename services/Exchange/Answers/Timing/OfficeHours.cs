using InfoSharing.Validator.Clocks;
using Country = InfoSharing.V1.Party.Types.Country;

namespace InfoSharing.Exchange.Answers.Timing;

/// <summary>Whether a duty team is at its desk: 09:00 to 17:00 in London on a working day of the country (Product; the directory names no hours).</summary>
internal static class OfficeHours
{
    private static readonly TimeOnly Opens = new(9, 0);
    private static readonly TimeOnly Closes = new(17, 0);

    /// <summary>True while it is.</summary>
    internal static bool IsOpen(DateTimeOffset now, Country country)
    {
        var clock = London.ClockAt(now);
        var time = TimeOnly.FromDateTime(clock);
        return time >= Opens && time < Closes && WorkingDays.IsWorkingDay(DateOnly.FromDateTime(clock), country);
    }
}
