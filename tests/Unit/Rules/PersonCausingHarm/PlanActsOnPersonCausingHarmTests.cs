using InfoSharing.V1;
using InfoSharing.Validator.Rules.PersonCausingHarm;
using ByRole = InfoSharing.V1.Plan.Types.Action.Types.ByRole;

namespace InfoSharing.Tests.Unit.Rules.PersonCausingHarm;

public sealed class PlanActsOnPersonCausingHarmTests
{
    private static readonly PlanActsOnPersonCausingHarm Rule = new();

    [Fact]
    public void One_action_for_an_agency_passes() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Theory]
    [InlineData(ByRole.Victim, 1)]
    [InlineData(ByRole.Child, 1)]
    [InlineData(ByRole.PersonCausingHarm, 0)]
    [InlineData(ByRole.Other, 0)]
    public void All_on_the_victim_warns(ByRole last, int findings) => Rule.Found(t =>
    {
        AllByVictim(t);
        t.Plans[0].Actions[0].ByRole = last;
    }).ShouldBe(Enumerable.Repeat("Warn plans person_causing_harm=P5,P6 victim=P1", findings));

    [Fact]
    public void One_towards_the_person_causing_harm_passes() => Rule.Found(t =>
    {
        AllByVictim(t);
        t.Plans[1].Actions[0].Towards = "P6";
    }).ShouldBeEmpty();

    [Fact]
    public void An_action_of_a_plan_that_has_ended_does_not_count() => Rule.Found(t =>
    {
        AllByVictim(t);
        (t.Plans[0].Actions[0].ByRole, t.Plans[0].EndedOn) = (ByRole.Agency, "2026-10-01");
    }).Length.ShouldBe(1);

    [Fact]
    public void Plans_without_actions_are_not_asked() => Rule.Found(t =>
    {
        foreach (var plan in t.Plans) plan.Actions.Clear();
    }).ShouldBeEmpty();

    [Fact]
    public void It_may_rise() => Rule.FoundRisen(AllByVictim)[0].ShouldStartWith("Refuse");

    private static void AllByVictim(Transfer transfer)
    {
        foreach (var action in transfer.Plans.SelectMany(plan => plan.Actions)) (action.ByRole, action.Towards) = (ByRole.Victim, "");
    }
}
