using InfoSharing.Validator.Rules.EachChild;
using Type = InfoSharing.V1.Plan.Types.Type;

namespace InfoSharing.Tests.Unit.Rules.EachChild;

public sealed class DifferentSiblingPlansAreReasonedTests
{
    private static readonly DifferentSiblingPlansAreReasoned Rule = new();

    [Fact]
    public void The_same_plan_for_all_passes() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Fact]
    public void A_plan_that_differs_warns_until_somebody_says_why()
    {
        Rule.Found(t => t.Plans[2].Type = Type.Cin).ShouldBe(["Warn plans child=P2 other_child=P3,P4"]);
        Rule.Found(t =>
        {
            t.Plans[2].Type = Type.Cin;
            t.Plans[2].ReasonDiffers = Given.Written("His nursery sees him daily.");
        }).ShouldBe(["Advise plans child=P2 other_child=P3,P4"]);
    }

    [Fact]
    public void No_plan_counts_as_none() => Rule.Found(t => t.Plans.RemoveAt(2)).ShouldBe(["Warn plans child=P2 other_child=P3,P4"]);

    [Fact]
    public void A_plan_that_has_ended_counts_as_none() => Rule.Found(t => t.Plans[2].EndedOn = "2026-10-01").ShouldBe(["Warn plans child=P2 other_child=P3,P4"]);

    [Fact]
    public void None_and_no_plan_are_the_same() => Rule.Found(t =>
    {
        foreach (var plan in t.Plans) plan.Type = Type.None;
        t.Plans.RemoveAt(2);
    }).ShouldBeEmpty();

    [Fact]
    public void Children_of_different_parents_are_not_compared() => Rule.Found(t =>
    {
        t.Plans[2].Type = Type.Cin;
        t.Relationships.Remove(t.Relationships.Single(one => one is { A: "P4", B: "P1" }));
        Given.Of(t, "P1").ParentalResponsibilityFor.Remove("P4");
    }).ShouldBeEmpty();

    [Fact]
    public void A_father_alone_makes_them_siblings_too() => Rule.Found(t =>
    {
        t.Plans[1].Type = Type.Cin;
        Given.Of(t, "P1").ParentalResponsibilityFor.Clear();
        foreach (var one in t.Relationships.Where(one => one.B == "P1").ToList()) t.Relationships.Remove(one);
    }).ShouldBe(["Warn plans child=P2 other_child=P3"]);
}
