using InfoSharing.V1;
using InfoSharing.Validator.Rules.ForcedMarriage;
using Type = InfoSharing.V1.Decision.Types.Type;

namespace InfoSharing.Tests.Unit.Rules.ForcedMarriage;

public sealed class EndingPlanKeepsOrderEnforcedTests
{
    private static readonly EndingPlanKeepsOrderEnforced Rule = new();

    [Theory]
    [InlineData(Type.PlanEnd, 1)]
    [InlineData(Type.Closure, 1)]
    [InlineData(Type.StepDown, 0)]
    public void A_plan_that_closes_over_an_order_says_who_enforces_it(Type type, int findings) =>
        Rule.FoundInFm(t => Close(t, type)).ShouldBe(Enumerable.Repeat("Warn decisions[D9].enforcement_after person=P2", findings));

    [Fact]
    public void Who_from_when_and_how_pass() => Rule.FoundInFm(t => Close(t, Type.Closure).EnforcementAfter = After()).ShouldBeEmpty();

    [Fact]
    public void Each_of_the_three_is_asked_for()
    {
        Rule.FoundInFm(t => (Close(t, Type.Closure).EnforcementAfter = After()).Lead = null).Length.ShouldBe(1);
        Rule.FoundInFm(t => (Close(t, Type.Closure).EnforcementAfter = After()).From = "").Length.ShouldBe(1);
        Rule.FoundInFm(t => (Close(t, Type.Closure).EnforcementAfter = After()).How = null).Length.ShouldBe(1);
    }

    [Fact]
    public void Another_childs_plan_is_not_asked_about() => Rule.FoundInFm(t => Close(t, Type.Closure).Children[0] = "P3").ShouldBeEmpty();

    [Fact]
    public void An_order_that_has_ended_is_not() => Rule.FoundInFm(t =>
    {
        Close(t, Type.Closure);
        t.ForcedMarriage.Fmpos[0].EndedOn = "2026-10-20";
    }).ShouldBeEmpty();

    private static Decision.Types.EnforcementAfter After() => new() { Lead = Given.Worker, From = "2026-11-30", How = Given.Written("Visits each month.") };

    private static Decision Close(Transfer transfer, Type type)
    {
        var decision = new Decision { Item = Given.Id("D9"), Type = type, Children = { "P2" } };
        transfer.Decisions.Add(decision);
        return decision;
    }
}
