using InfoSharing.V1;
using InfoSharing.Validator.Rules.Moves;
using Clock = InfoSharing.V1.Settings.Types.Clock;

namespace InfoSharing.Tests.Unit.Rules.Moves;

public sealed class ChildIsSeenAfterTheMoveTests
{
    private static readonly ChildIsSeenAfterTheMove Rule = new();

    [Fact]
    public void Seen_since_the_move_passes() => Rule.Found(_ => { }).ShouldBeEmpty();

    // Moved on Monday 12 October 2026; all three are on a plan: five working days are over on the 19th.
    [Theory]
    [InlineData("2026-10-30", "Warn")] // a Friday
    [InlineData("2026-10-22", "Escalate")]
    public void Not_seen_warns_and_then_tells_somebody(string moved, string severity) =>
        Rule.Found(t => Unseen(t, moved)).ShouldBe([$"{severity} seen_since_move child=P4"]);

    [Theory]
    [InlineData("2026-10-11", 1)]
    [InlineData("2026-10-12", 0)]
    public void Seen_before_the_move_is_not_since(string on, int findings) => Rule.Found(t => t.SeenSinceMove[2].On = on).Length.ShouldBe(findings);

    [Theory]
    [InlineData("2026-11-02", 0)]
    [InlineData("2026-11-01", 1)]
    public void Who_will_and_a_day_to_come_pass(string by, int findings) => Rule.Found(t => t.SeenSinceMove[2] = new SeenSinceMove { Child = "P4", OrWhoWill = Given.Worker, ByWhen = by }).Length.ShouldBe(findings);

    [Fact]
    public void Nobody_by_name_is_nobody() => Rule.Found(t => t.SeenSinceMove[2] = new SeenSinceMove { Child = "P4", ByWhen = "2026-11-09" }).Length.ShouldBe(1);

    [Theory]
    [InlineData("2026-11-02", 1)]
    [InlineData("2026-11-03", 0)]
    public void Before_the_move_nothing_is_asked(string moved, int findings) => Rule.Found(t => Unseen(t, moved)).Length.ShouldBe(findings);

    [Theory]
    [InlineData(true, false, "Escalate")] // a crisis: 24 hours
    [InlineData(false, true, "Escalate")] // section 47: one working day
    [InlineData(false, false, "Warn")]
    public void A_crisis_and_section_47_shorten_the_clock(bool crisis, bool s47, string severity) => Rule.Found(t =>
    {
        Unseen(t, "2026-10-29");
        if (crisis) t.Urgency = Transfer.Types.Urgency.Crisis;
        if (s47) t.Decisions.Add(new Decision { Type = Decision.Types.Type.S47, Children = { "P4" } });
    }).ShouldBe([$"{severity} seen_since_move child=P4"]);

    [Fact]
    public void Without_a_plan_it_is_ten_working_days() => Rule.Found(t =>
    {
        Unseen(t, "2026-10-22");
        t.Plans.RemoveAt(2);
    }).ShouldBe(["Warn seen_since_move child=P4"]);

    [Fact]
    public void The_area_may_set_its_own_clock()
    {
        var settings = new Settings { Clocks = { new Clock { Name = "seen_since_move_on_plan", Unit = Clock.Types.Unit.WorkingDays, Length = 20 } } };
        Given.Clean(t => Unseen(t, "2026-10-12")).JudgedBy(Rule, settings).Lines().ShouldBe(["Warn seen_since_move child=P4"]);
    }

    [Fact]
    public void It_is_owed_on_a_hand_over_and_on_an_alert()
    {
        Rule.Owes(t => Unseen(t, "2026-10-30")).ShouldBe(["seen_since_move child=P4, 1 WorkingDays"]);
        var report = Given.Clean(t => Unseen(t, "2026-10-30")).AsAlert().JudgedBy(Rule);
        report.Findings.ShouldBeEmpty();
        report.OwedLines().ShouldBe(["seen_since_move child=P4, 1 WorkingDays"]);
    }

    [Fact]
    public void While_the_clock_runs_a_file_alone_cannot_tell()
    {
        Rule.CannotTell(Given.Clean(t => Unseen(t, "2026-10-30"))).ShouldBeTrue();
        Rule.CannotTell(Samples.Complete()).ShouldBeFalse();
    }

    private static void Unseen(Transfer transfer, string moved)
    {
        transfer.Move.Date = moved;
        foreach (var one in transfer.SeenSinceMove) one.On = "2026-11-02";
        transfer.SeenSinceMove.RemoveAt(2);
    }
}
