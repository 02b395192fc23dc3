using InfoSharing.Validator.Clocks;
using Country = InfoSharing.V1.Party.Types.Country;
using Unit = InfoSharing.V1.Settings.Types.Clock.Types.Unit;

namespace InfoSharing.Exchange.Answers.Timing;

/// <summary>How long a clock runs.</summary>
/// <param name="Unit">Elapsed hours run through nights and weekends; working days are those of the country, in London's days.</param>
/// <param name="Length">How many.</param>
internal readonly record struct ClockLength(Unit Unit, int Length)
{
    /// <summary>Elapsed hours.</summary>
    internal static ClockLength Hours(int length) => new(Unit.ElapsedHours, length);

    /// <summary>Working days.</summary>
    internal static ClockLength WorkingDays(int length) => new(Unit.WorkingDays, length);

    /// <summary>When a clock that started at an instant has run out: for working days the last second of that day in London.</summary>
    internal DateTimeOffset From(DateTimeOffset start, Country country) => Unit == Unit.ElapsedHours
        ? start.AddHours(Length)
        : London.EndOf(Validator.Clocks.WorkingDays.Add(London.DayOf(start), Length, country));
}
