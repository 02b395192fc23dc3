using InfoSharing.Exchange.Answers.Owing;
using InfoSharing.Exchange.Answers.Timing;
using InfoSharing.V1;
using static InfoSharing.Tests.Component.Answers.Network;
using Country = InfoSharing.V1.Party.Types.Country;
using StartEvent = InfoSharing.V1.Flow.Types.Conference.Types.StartEvent;
using Step = InfoSharing.V1.Flow.Types.Disagreement.Types.Step;
using Unit = InfoSharing.V1.Settings.Types.Clock.Types.Unit;

namespace InfoSharing.Tests.Component.Answers;

public sealed class TimingTests
{
    // Monday 2 November 2026; London is on UTC, so a day's last second is 23:59:59.
    private readonly Network _net = new(Samples.Complete());

    [Fact]
    public void Arrival_is_acknowledged_within_a_working_day_and_a_question_acknowledges_it()
    {
        _net.Deliver(_net.Send());
        Clock(ClockNames.Arrival).ShouldSatisfyAllConditions(
            clock => clock.DueAt.ShouldBe(On(3)), clock => clock.Agency.ShouldBe(Sandwell), clock => clock.HasRunOut(On(3)).ShouldBeFalse(), clock => clock.HasRunOut(On(4)).ShouldBeTrue());
        _net.Deliver(_net.Answer(_net.Question("P2")));
        Clock(ClockNames.Arrival).HasRunOut(On(4)).ShouldBeFalse();
        Clock(ClockNames.NextStep).HasRunOut(On(4)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Transfer.Types.Urgency.Crisis, Transfer.Types.Brag.Unspecified)]
    [InlineData(Transfer.Types.Urgency.NonCrisis, Transfer.Types.Brag.Red)]
    public void A_crisis_or_red_runs_an_elapsed_hour_through_the_weekend_and_shows_the_out_of_hours_team(Transfer.Types.Urgency urgency, Transfer.Types.Brag brag)
    {
        (_net.Transfer.Urgency, _net.Transfer.Brag) = (urgency, brag);
        _net.Now = new(2026, 11, 6, 17, 55, 0, TimeSpan.Zero);
        _net.Deliver(_net.Send());
        Clock(ClockNames.Arrival).ShouldSatisfyAllConditions(
            clock => clock.DueAt.ShouldBe(clock.RunningFrom!.Value.AddHours(1)), clock => clock.To.ShouldBe(EscalatesTo.OutOfHoursTeam), clock => clock.Length.ShouldBe(ClockLength.Hours(1)));
    }

    [Fact]
    public void An_area_sets_its_clocks_but_never_a_crisis_in_working_days()
    {
        _net.Deliver(_net.Send());
        Clock(ClockNames.Arrival, Set("arrival", Unit.WorkingDays, 3)).DueAt.ShouldBe(On(5));
        Clock(ClockNames.Arrival, Set("arrival", Unit.WorkingDays, 3, "E08000035")).DueAt.ShouldBe(On(3));
        Clock(ClockNames.Arrival, Set("arrival", Unit.WorkingDays, 3, "")).DueAt.ShouldBe(On(5));
        _net.Transfer.Urgency = Transfer.Types.Urgency.Crisis;
        Clock(ClockNames.Arrival, Set("arrival_crisis", Unit.WorkingDays, 3)).Length.ShouldBe(ClockLength.Hours(1));
        Clock(ClockNames.Arrival, Set("arrival_crisis", Unit.ElapsedHours, 2)).Length.ShouldBe(ClockLength.Hours(2));
    }

    [Fact]
    public void A_conference_is_due_fifteen_working_days_after_the_written_request_and_warns_after_ten()
    {
        _net.Deliver(_net.Send());
        Clock(ClockNames.Conference).ShouldSatisfyAllConditions(
            clock => clock.StartEvent.ShouldBe("WRITTEN_REQUEST"), clock => clock.DueAt.ShouldBe(On(23)), clock => clock.WarnsAt.ShouldBe(On(16)));
        _net.Local = new() { WrittenRequestAt = new(2026, 10, 30, 9, 0, 0, TimeSpan.Zero) };
        Clock(ClockNames.Conference).DueAt.ShouldBe(On(20));
        _net.Local = new() { ConferenceBookedFor = new(2026, 11, 24) };
        Clock(ClockNames.Conference).HasRunOut(On(24)).ShouldBeTrue();
        _net.Local = new() { ConferenceBookedFor = new(2026, 11, 23) };
        Clock(ClockNames.Conference).HasRunOut(On(24)).ShouldBeFalse();
    }

    [Fact]
    public void A_conferences_clock_starts_with_the_event_that_the_area_sets()
    {
        _net.Deliver(_net.Send());
        var settings = Set("transfer_in_conference", Unit.WorkingDays, 15, start: StartEvent.PermanenceAgreed);
        Clock(ClockNames.Conference, settings).ShouldSatisfyAllConditions(clock => clock.RunningFrom.ShouldBeNull(), clock => clock.HasRunOut(On(30)).ShouldBeFalse());
        _net.Local = new() { PermanenceAgreedAt = new(2026, 11, 9, 9, 0, 0, TimeSpan.Zero) };
        Clock(ClockNames.Conference, settings).DueAt.ShouldBe(On(30));
    }

    [Theory]
    [InlineData(Country.Wls, 23)]
    [InlineData(Country.Eng, 23)]
    public void England_and_Wales_count_fifteen_working_days(Country country, int day)
    {
        _net.Transfer.Lead.Country = country;
        _net.Deliver(_net.Send());
        Clock(ClockNames.Conference).DueAt.ShouldBe(On(day));
    }

    [Fact]
    public void Scotland_counts_twenty_one_days_of_the_calendar()
    {
        _net.Transfer.Lead.Country = Country.Sct;
        _net.Deliver(_net.Send());
        Clock(ClockNames.Conference).ShouldSatisfyAllConditions(clock => clock.DueAt.ShouldBe(clock.RunningFrom!.Value.AddDays(21)), clock => clock.WarnsAt.ShouldBeNull());
    }

    [Fact]
    public void Each_child_is_seen_after_the_move_or_somebody_is_named_by_a_day()
    {
        _net.Transfer.SeenSinceMove.Clear();
        _net.Transfer.Decisions.Clear();
        _net.Transfer.SeenSinceMove.Add(new SeenSinceMove { Child = "P3", On = "2026-10-14" });
        _net.Transfer.SeenSinceMove.Add(new SeenSinceMove { Child = "P4", OrWhoWill = Gwen, ByWhen = "2026-11-06" });
        _net.Deliver(_net.Send());
        var clocks = All().Where(clock => clock.Name == ClockNames.SeenOnPlan).ToDictionary(clock => clock.Child);
        clocks["P2"].ShouldSatisfyAllConditions(clock => clock.StartEvent.ShouldBe("MOVED"), clock => clock.HasRunOut(_net.Now).ShouldBeTrue());
        clocks["P3"].HasRunOut(_net.Now).ShouldBeFalse();
        clocks["P4"].ShouldSatisfyAllConditions(clock => clock.HasRunOut(On(6)).ShouldBeFalse(), clock => clock.HasRunOut(On(7)).ShouldBeTrue());
    }

    [Fact]
    public void A_child_seen_late_was_still_seen_too_late()
    {
        _net.Transfer.SeenSinceMove.Clear();
        _net.Transfer.Decisions.Clear();
        _net.Transfer.SeenSinceMove.Add(new SeenSinceMove { Child = "P2", On = "2026-10-29" });
        _net.Deliver(_net.Send());
        All().Single(clock => clock is { Name: ClockNames.SeenOnPlan, Child: "P2" }).HasRunOut(_net.Now).ShouldBeTrue();
    }

    [Fact]
    public void A_refusal_without_an_alert_runs_out_in_an_hour_once_the_move_has_come()
    {
        _net.Local = new() { RefusedAt = _net.Now, RefusedMoveOn = new(2026, 11, 2) };
        Clock(ClockNames.RefusedWithoutAlert).ShouldSatisfyAllConditions(clock => clock.DueAt.ShouldBe(_net.Now.AddHours(1)), clock => clock.Agency.ShouldBe(Leeds), clock => clock.To.ShouldBe(EscalatesTo.DutyManager));
        _net.Local = _net.Local with { RefusedMoveOn = new(2026, 11, 5) };
        Clock(ClockNames.RefusedWithoutAlert).HasRunOut(On(4)).ShouldBeFalse();
        Clock(ClockNames.RefusedWithoutAlert).HasRunOut(On(5)).ShouldBeTrue();
        _net.Local = _net.Local with { WentAfterRefusalAt = _net.Now };
        Clock(ClockNames.RefusedWithoutAlert).HasRunOut(On(5)).ShouldBeFalse();
    }

    [Fact]
    public void The_second_question_or_decline_for_a_child_opens_a_disagreement_for_that_child()
    {
        _net.Deliver(_net.Send());
        _net.Deliver(_net.Answer(_net.Question("P2", "P3")));
        Open(_net.Now).ShouldBeEmpty();
        _net.Deliver(_net.Send(_net.Next()));
        _net.Deliver(_net.Answer(_net.Question("P2")));
        var one = Open(_net.Now).ShouldHaveSingleItem();
        one.ShouldSatisfyAllConditions(
            open => open.Child.ShouldBe("P2"), open => open.By.ShouldBe(OpenedBy.SecondTurn), open => open.Step.ShouldBe(Step.Heads), open => open.HeadsDueAt.ShouldBe(On(3)), open => open.DirectorsDueAt.ShouldBe(On(5)),
            open => open.Named.Select(who => (who.Role, who.Org)).ShouldBe([("head of service", Leeds), ("head of service", Sandwell)]));
        Open(On(4))[0].ShouldSatisfyAllConditions(open => open.Step.ShouldBe(Step.Directors), open => open.Named[0].Role.ShouldBe("director"));
        Open(On(6))[0].EscalatesTo(On(6)).ShouldBe(EscalatesTo.Partnership);
    }

    [Fact]
    public void A_decline_not_answered_in_a_working_day_opens_one_and_a_next_version_in_time_does_not()
    {
        _net.Deliver(_net.Send());
        _net.Deliver(_net.Answer(_net.Decline("P2")));
        Open(On(3)).ShouldBeEmpty();
        Open(On(4)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(one => one.By.ShouldBe(OpenedBy.UnansweredDecline), one => one.OpenedAt.ShouldBe(On(3)));
        _net.Deliver(_net.Send(_net.Next()));
        Open(On(4)).ShouldBeEmpty();
    }

    [Fact]
    public void Two_declines_for_one_child_are_golden_case_30()
    {
        _net.Deliver(_net.Send());
        _net.Deliver(_net.Answer(_net.Decline("P2")));
        _net.Deliver(_net.Answer(_net.Decline("P2")));
        Open(_net.Now).ShouldHaveSingleItem().ShouldSatisfyAllConditions(one => one.Child.ShouldBe("P2"), one => one.Named.Count.ShouldBe(2), one => one.HeadsDueAt.ShouldBe(On(3)));
    }

    [Fact]
    public void A_crisis_disagrees_in_elapsed_hours_and_an_acceptance_closes_it()
    {
        _net.Transfer.Urgency = Transfer.Types.Urgency.Crisis;
        _net.Deliver(_net.Send());
        _net.Deliver(_net.Answer(_net.Question("P2")));
        _net.Deliver(_net.Answer(_net.Question("P2")));
        var one = Open(_net.Now).ShouldHaveSingleItem();
        one.ShouldSatisfyAllConditions(open => open.HeadsDueAt.ShouldBe(open.OpenedAt.AddHours(24)), open => open.DirectorsDueAt.ShouldBe(open.OpenedAt.AddHours(72)));
        _net.Deliver(_net.Answer(_net.Acceptance("P2")));
        Open(_net.Now).ShouldBeEmpty();
    }

    [Fact]
    public void Running_out_changes_no_state()
    {
        _net.Deliver(_net.Send());
        var before = _net.At(Leeds).Children;
        All().Count(clock => clock.HasRunOut(On(30))).ShouldBeGreaterThan(1);
        _net.At(Leeds).Children.Select(child => child.Answer).ShouldBe(before.Select(child => child.Answer));
    }

    private IReadOnlyList<Clock> All(Settings? settings = null, IReadOnlyList<OwedEntry>? owed = null) => new Escalations(_net.At(Leeds), new(settings ?? new())).All(owed ?? []);

    private Clock Clock(string name, Settings? settings = null) => All(settings).Single(clock => clock.Name == name);

    private List<Disagreement> Open(DateTimeOffset now) => [.. new Disagreements(_net.At(Leeds), new(new())).At(now).Where(one => one.ClosedAt is null)];

    private static DateTimeOffset On(int day) => new(2026, 11, day, 23, 59, 59, TimeSpan.Zero);

    private static Settings Set(string name, Unit unit, uint length, string area = "E08000028", StartEvent start = default) =>
        new() { Clocks = { new Settings.Types.Clock { AreaGss = area, Name = name, Unit = unit, Length = length, StartEvent = start } } };
}
