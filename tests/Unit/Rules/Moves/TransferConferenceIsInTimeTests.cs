using Google.Protobuf.WellKnownTypes;
using InfoSharing.V1;
using InfoSharing.Validator.Rules.Moves;
using Clock = InfoSharing.V1.Settings.Types.Clock;

namespace InfoSharing.Tests.Unit.Rules.Moves;

public sealed class TransferConferenceIsInTimeTests
{
    private static readonly TransferConferenceIsInTime Rule = new();

    // Started on Monday 2 November 2026: the tenth working day is 16 November, the fifteenth is the 23rd.
    [Theory]
    [InlineData("2026-11-15T10:00:00Z", null)]
    [InlineData("2026-11-16T10:00:00Z", "Warn")]
    [InlineData("2026-11-23T23:59:59Z", "Warn")]
    [InlineData("2026-11-24T00:00:00Z", "Escalate")]
    public void It_warns_at_day_ten_and_tells_somebody_after_fifteen(string at, string? severity) =>
        Judge(at, new()).ShouldBe(severity is null ? [] : [$"{severity} lead child=P2,P3,P4 date=2026-11-23"]);

    [Theory]
    [InlineData("2026-11-23", 0)]
    [InlineData("2026-11-24", 1)]
    public void A_day_booked_in_time_passes_and_a_later_one_warns_at_once(string booked, int findings) => Judge("2026-11-03T10:00:00Z", new() { BookedFor = booked }).Length.ShouldBe(findings);

    [Fact]
    public void One_that_was_held_passes() => Judge("2026-12-24T10:00:00Z", new() { HeldOn = "2026-11-30" }).ShouldBeEmpty();

    [Fact]
    public void In_Scotland_it_is_21_days_of_the_calendar() =>
        Judge("2026-11-23T10:00:01Z", new(), t => t.Lead.Country = Party.Types.Country.Sct).ShouldBe(["Escalate lead child=P2,P3,P4 date=2026-11-23"]);

    [Theory]
    [InlineData("2026-11-05T10:00:00Z", "WLS", 0)]
    [InlineData("2026-11-05T10:00:01Z", "WLS", 1)]
    [InlineData("2026-11-05T10:00:01Z", "ENG", 0)]
    public void In_Wales_it_follows_in_writing_within_three_days(string at, string country, int findings)
    {
        var found = Judge(at, new(), t =>
        {
            t.Lead.Country = country == "WLS" ? Party.Types.Country.Wls : Party.Types.Country.Eng;
            t.Move.RiskEffectReason = null;
            t.Plans.Single(plan => plan.Child == "P4").Type = Plan.Types.Type.Cin;
            t.Plans.Single(plan => plan.Child == "P3").Type = Plan.Types.Type.Cin;
        });
        found.ShouldBe(findings == 0 ? [] : ["Warn documents writing child=P2 date=2026-11-05 list=EFFECT_OF_THE_MOVE_ON_RISK"]);
    }

    [Fact]
    public void In_Wales_what_has_followed_is_not_asked_for() => Judge("2026-11-09T10:00:00Z", new(), t => t.Lead.Country = Party.Types.Country.Wls).ShouldBeEmpty();

    [Fact]
    public void An_area_may_set_its_own_clock()
    {
        var settings = new Settings { Clocks = { new Clock { Name = "transfer_in_conference", AreaGss = "E08000028", Unit = Clock.Types.Unit.WorkingDays, Length = 20 } } };
        Judge("2026-11-24T10:00:00Z", new(), null, settings).ShouldBe(["Warn lead child=P2,P3,P4 date=2026-11-30"]);
    }

    [Fact]
    public void Children_whom_the_area_has_taken_are_not_waited_for()
    {
        var flow = Started(new());
        flow.Accepted.Add(new[] { "P2", "P3" }.Select(child => new Flow.Types.ChildEvent { Child = child }));
        Rule.FoundWithLedger(DateTimeOffset.Parse("2026-11-17T10:00:00Z"), flow).ShouldBe(["Warn lead child=P4 date=2026-11-23"]);
    }

    [Fact]
    public void A_clock_that_has_not_started_does_not_run() => Rule.FoundWithLedger(Given.Now.AddDays(60), new()).ShouldBeEmpty();

    [Fact]
    public void A_file_alone_cannot_tell() => Rule.CannotTell(Samples.Complete()).ShouldBeTrue();

    private static Flow Started(Flow.Types.Conference conference)
    {
        conference.StartedAt = Timestamp.FromDateTimeOffset(Given.Now);
        return new() { Conference = conference };
    }

    private static string[] Judge(string at, Flow.Types.Conference conference, Action<Transfer>? change = null, Settings? settings = null) =>
        Rule.FoundWithLedger(DateTimeOffset.Parse(at), Started(conference), change, settings);
}
