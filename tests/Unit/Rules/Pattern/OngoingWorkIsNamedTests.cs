using InfoSharing.Validator.Rules.Pattern;

namespace InfoSharing.Tests.Unit.Rules.Pattern;

public sealed class OngoingWorkIsNamedTests
{
    private static readonly OngoingWorkIsNamed Rule = new();

    [Fact]
    public void Work_that_is_named_passes() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Fact]
    public void None_named_warns_once_and_is_owed()
    {
        Rule.Found(t => t.OngoingWork.Clear()).ShouldBe(["Warn ongoing_work child=P2,P3,P4"]);
        Rule.Owes(t => t.OngoingWork.Clear()).ShouldBe(["ongoing_work child=P2,P3,P4, 5 WorkingDays"]);
    }

    [Fact]
    public void That_there_is_none_is_an_answer() => Rule.Found(t =>
    {
        t.OngoingWork.Clear();
        t.NoOngoingWorkBecause = Given.Written("The mentor's meetings ended in October.");
    }).ShouldBeEmpty();

    [Fact]
    public void A_child_whose_plan_has_ended_is_not_named() => Rule.Found(t =>
    {
        t.OngoingWork.Clear();
        t.Plans[0].EndedOn = "2026-10-01";
    }).ShouldBe(["Warn ongoing_work child=P3,P4"]);
}
