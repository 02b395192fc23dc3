using InfoSharing.V1;
using InfoSharing.Validator.Rules.YoungPeople;
using Care = InfoSharing.V1.Person.Types.Care.Types.Status;

namespace InfoSharing.Tests.Unit.Rules.YoungPeople;

public sealed class TurningEighteenIsPlannedTests
{
    private static readonly TurningEighteenIsPlanned Rule = new();

    [Fact]
    public void A_plan_passes() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Fact]
    public void Each_of_the_three_is_asked_for()
    {
        Rule.Found(t => t.ChildAssessments[0].TransitionPlan.WhoTakesOver = null).ShouldBe(["Warn child_assessments[A2].transition_plan child=P2 person=P2"]);
        Rule.Found(t => t.ChildAssessments[0].TransitionPlan.KnownToPerson = default).Length.ShouldBe(1);
        Rule.Found(t => t.ChildAssessments[0].TransitionPlan.StopsAt18 = null).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("2009-10-12", 1)]
    [InlineData("2009-10-13", 0)]
    public void From_seventeen_on_the_day_of_the_move(string born, int findings) => Rule.Found(t =>
    {
        Given.Of(t, "P3").DateOfBirth = born;
    }).Length.ShouldBe(findings);

    [Theory]
    [InlineData("2009-04-12", true, "Refuse")]
    [InlineData("2009-04-13", true, "Warn")]
    [InlineData("2009-04-12", false, "Warn")]
    public void It_may_rise_from_seventeen_and_a_half_for_those_whose_support_stops(string born, bool victim, string severity) => Rule.FoundRisen(t =>
    {
        t.ChildAssessments[0].TransitionPlan = null;
        Given.Of(t, "P2").DateOfBirth = born;
        if (victim) Given.Of(t, "P2").Roles.Add(Person.Types.Role.Victim);
    }).ShouldBe([$"{severity} child_assessments[A2].transition_plan child=P2 person=P2"]);

    [Theory]
    [InlineData(Care.LookedAfter)]
    [InlineData(Care.CareLeaver)]
    public void It_may_rise_for_a_young_person_who_is_or_was_in_care(Care care) => Rule.FoundRisen(t =>
    {
        t.ChildAssessments[0].TransitionPlan = null;
        (Given.Of(t, "P2").DateOfBirth, Given.Of(t, "P2").CareStatus) = ("2009-01-01", care);
    })[0].ShouldStartWith("Refuse");

    [Fact]
    public void It_may_rise_for_a_young_person_whom_an_order_protects() => Given.CleanFm(t =>
    {
        t.ChildAssessments[0].TransitionPlan = null;
        Given.Of(t, "P2").DateOfBirth = "2009-01-01";
    }).JudgedBy(Rule, Given.Risen("IS-505")).ChildrenBlocked.ShouldBe(["P2"]);

    [Fact]
    public void Without_a_birth_date_it_is_undecided() => Rule.Undecided(t =>
    {
        t.ChildAssessments[0].TransitionPlan = null;
        Given.Of(t, "P2").DateOfBirth = "";
    }).ShouldContain("persons[P2].date_of_birth");
}
