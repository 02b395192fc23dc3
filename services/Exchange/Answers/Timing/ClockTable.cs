using InfoSharing.V1;
using Country = InfoSharing.V1.Party.Types.Country;
using StartEvent = InfoSharing.V1.Flow.Types.Conference.Types.StartEvent;
using Unit = InfoSharing.V1.Settings.Types.Clock.Types.Unit;

namespace InfoSharing.Exchange.Answers.Timing;

/// <summary>How long each clock runs: the first release's lengths, and what an area's signed setting puts in their place.</summary>
internal sealed class ClockTable(Settings settings)
{
    private static readonly Dictionary<string, ClockLength> FirstRelease = new()
    {
        [ClockNames.Arrival] = ClockLength.WorkingDays(1),
        [ClockNames.InCrisis(ClockNames.Arrival)] = ClockLength.Hours(1),
        [ClockNames.NextStep] = ClockLength.WorkingDays(1),
        [ClockNames.InCrisis(ClockNames.NextStep)] = ClockLength.Hours(24),
        [ClockNames.Conference] = ClockLength.WorkingDays(15),
        [ClockNames.Seen] = ClockLength.WorkingDays(10),
        [ClockNames.SeenOnPlan] = ClockLength.WorkingDays(5),
        [ClockNames.SeenUrgent] = ClockLength.WorkingDays(1),
        [ClockNames.InCrisis(ClockNames.SeenUrgent)] = ClockLength.Hours(24),
        [ClockNames.RefusedWithoutAlert] = ClockLength.Hours(1),
        [ClockNames.Misdirected] = ClockLength.Hours(72),
        [ClockNames.DeclineAnswered] = ClockLength.WorkingDays(1),
        [ClockNames.InCrisis(ClockNames.DeclineAnswered)] = ClockLength.Hours(24),
        [ClockNames.DisagreementHeads] = ClockLength.WorkingDays(1),
        [ClockNames.InCrisis(ClockNames.DisagreementHeads)] = ClockLength.Hours(24),
        [ClockNames.DisagreementDirectors] = ClockLength.WorkingDays(2),
        [ClockNames.InCrisis(ClockNames.DisagreementDirectors)] = ClockLength.Hours(48),
        [ClockNames.Undelivered] = ClockLength.WorkingDays(1),
        [ClockNames.InCrisis(ClockNames.Undelivered)] = ClockLength.Hours(1),
        [ClockNames.NextRole] = ClockLength.WorkingDays(1),
        [ClockNames.InCrisis(ClockNames.NextRole)] = ClockLength.Hours(1),
    };

    // Scotland: 21 days of the calendar, in which nights and weekends count.
    private static readonly ClockLength ScottishConference = ClockLength.Hours(21 * 24);

    /// <summary>How long a clock runs in an area.</summary>
    /// <param name="name">One of <see cref="ClockNames"/>.</param>
    /// <param name="party">Whose area's clock it is.</param>
    /// <param name="crisis">True for the elapsed hours of CRISIS and RED, where the clock has such.</param>
    internal ClockLength For(string name, Party? party, bool crisis)
    {
        var hurried = ClockNames.InCrisis(name);
        if (crisis && FirstRelease.TryGetValue(hurried, out var hours)) return Setting(hurried, party) is { Unit: Unit.ElapsedHours } set ? Length(set) : hours;
        if (Setting(name, party) is { Unit: not Unit.Unspecified } own) return Length(own);
        return name == ClockNames.Conference && party?.Country == Country.Sct ? ScottishConference : FirstRelease[name];
    }

    /// <summary>What starts the conference's clock in an area: the written request unless its setting says otherwise.</summary>
    internal StartEvent ConferenceStart(Party? party) =>
        Setting(ClockNames.Conference, party) is { StartEvent: not StartEvent.Unspecified } set ? set.StartEvent : StartEvent.WrittenRequest;

    // The area's own before one for every area; of two for one area the shorter, so that their order decides nothing.
    private Settings.Types.Clock? Setting(string name, Party? party) =>
        settings.Clocks.Where(clock => clock.Name == name && clock.Length > 0 && (clock.AreaGss.Length == 0 || clock.AreaGss == party?.AreaGss))
            .OrderBy(clock => clock.AreaGss.Length == 0 ? 1 : 0).ThenBy(clock => clock.Unit).ThenBy(clock => clock.Length).FirstOrDefault();

    private static ClockLength Length(Settings.Types.Clock set) => new(set.Unit, (int)Math.Min(set.Length, 10_000));
}
