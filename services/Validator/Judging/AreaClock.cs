using InfoSharing.Validator.Clocks;
using Set = InfoSharing.V1.Settings.Types.Clock;
using Unit = InfoSharing.V1.Owed.Types.Unit;

namespace InfoSharing.Validator.Judging;

/// <summary>How long something may take, of which an area's signed setting may say otherwise.</summary>
/// <param name="Name">The name of the clock in settings.</param>
/// <param name="Length">How long in the first release.</param>
/// <param name="InCrisis">How long in CRISIS and RED, in elapsed hours; null where a crisis shortens nothing.</param>
internal sealed record AreaClock(string Name, Within Length, Within? InCrisis)
{
    private const uint Longest = 10_000;

    /// <summary>When it has run out: for working days the last second of that day in London.</summary>
    /// <param name="settings">The signed settings.</param>
    /// <param name="party">Whose area's clock it is.</param>
    /// <param name="isCrisis">True on CRISIS and RED.</param>
    /// <param name="start">When it started.</param>
    internal DateTimeOffset Due(Settings settings, Party? party, bool isCrisis, DateTimeOffset start)
    {
        var length = isCrisis && InCrisis is { } hours ? Find(settings, Name + "_crisis", party, hoursAlone: true) ?? hours : Find(settings, Name, party, hoursAlone: false) ?? Length;
        return length.Unit == Unit.ElapsedHours
            ? start.AddHours(length.Length)
            : London.EndOf(WorkingDays.Add(London.DayOf(start), length.Length, party?.Country ?? default));
    }

    // The area's own before one for every area; of two for one area the shorter, so that their order decides nothing.
    private static Within? Find(Settings settings, string name, Party? party, bool hoursAlone)
    {
        if (settings.Clocks.Count == 0) return null;
        var set = settings.Clocks
            .Where(clock => clock.Name == name && clock.Length > 0 && clock.Unit != Set.Types.Unit.Unspecified && (clock.AreaGss.Length == 0 || clock.AreaGss == party?.AreaGss))
            .Where(clock => !hoursAlone || clock.Unit == Set.Types.Unit.ElapsedHours)
            .OrderBy(clock => clock.AreaGss.Length == 0 ? 1 : 0).ThenBy(clock => clock.Unit).ThenBy(clock => clock.Length)
            .FirstOrDefault();
        return set is null ? null : new(set.Unit == Set.Types.Unit.ElapsedHours ? Unit.ElapsedHours : Unit.WorkingDays, (int)Math.Min(set.Length, Longest));
    }
}
