using InfoSharing.V1;
using InfoSharing.Validator.Rules.EachChild;

namespace InfoSharing.Tests.Unit.Rules.EachChild;

public sealed class SiblingsTextIsNotMostlySharedTests
{
    private static readonly SiblingsTextIsNotMostlyShared Rule = new();

    [Fact]
    public void Texts_of_their_own_pass() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Fact]
    public void Most_of_one_text_used_twice_warns() => Rule.Found(t => Share(t, Shared + " She misses football.")).ShouldBe(["Warn child_assessments[A2].needs child=P2 other_child=P3"]);

    [Fact]
    public void The_same_text_is_another_rules() => Rule.Found(t => Share(t, Shared)).ShouldBeEmpty();

    [Theory]
    [InlineData("Quiet rooms, early nights, warm food, steady workers, near friends", 1)] // 9 threes, 8 of them in both, of 10 in either: 0.80
    [InlineData("Quiet rooms, early nights, warm food, steady workers, friends", 0)] // 7 in both of 9 in either
    public void The_boundary_is_four_fifths_of_all_threes(string start, int findings) => Rule.Found(t =>
    {
        t.ChildAssessments[0].Needs = Given.Written(start + " kept.");
        t.ChildAssessments[1].Needs = Given.Written(start + " found.");
    }).Length.ShouldBe(findings);

    [Fact]
    public void Why_it_is_the_same_passes_on_either() => Rule.Found(t =>
    {
        Share(t, Shared + " She misses football.");
        t.ChildAssessments[1].SameBecause = Given.Written("Both share one room and one school, and were seen apart.");
    }).ShouldBeEmpty();

    [Fact]
    public void Three_children_are_one_finding() => Rule.Found(t =>
    {
        Share(t, Shared + " She misses football.");
        t.ChildAssessments[2].Needs = Given.Written(Shared + " He misses trains.");
    }).ShouldBe(["Warn child_assessments[A2].needs child=P2 other_child=P3,P4"]);

    [Fact]
    public void It_may_rise_between_children_of_one_or_over_alone()
    {
        Rule.FoundRisen(t => Share(t, Shared + " She misses football.")).ShouldBe(["Refuse child_assessments[A2].needs child=P2 other_child=P3"]);
        Rule.FoundRisen(t =>
        {
            Share(t, Shared + " She misses football.");
            Given.Of(t, "P3").DateOfBirth = "2026-01-01";
        }).ShouldBe(["Warn child_assessments[A2].needs child=P2 other_child=P3"]);
    }

    [Fact]
    public void The_names_of_the_children_make_no_difference() => Rule.Found(t =>
    {
        t.ChildAssessments[0].Needs = Given.Written("Zennor: " + Shared);
        t.ChildAssessments[1].Needs = Given.Written("Caspian: " + Shared + " She misses football.");
    }).Length.ShouldBe(1);

    private const string Shared = "A quiet place for homework, a bed that is not moved, somebody at the gate each afternoon, food that does not run out before Friday, and a worker who comes when they said that they would.";

    private static void Share(Transfer transfer, string second)
    {
        transfer.ChildAssessments[0].Needs = Given.Written(Shared);
        transfer.ChildAssessments[1].Needs = Given.Written(second);
    }
}
