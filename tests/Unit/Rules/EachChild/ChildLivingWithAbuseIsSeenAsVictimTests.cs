using InfoSharing.V1;
using InfoSharing.Validator.Rules.EachChild;

namespace InfoSharing.Tests.Unit.Rules.EachChild;

public sealed class ChildLivingWithAbuseIsSeenAsVictimTests
{
    private static readonly ChildLivingWithAbuseIsSeenAsVictim Rule = new();

    [Fact]
    public void What_it_was_like_passes() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Fact]
    public void Blank_warns_for_that_child() => Rule.Found(t => t.ChildAssessments[2].DaExperience = Given.Written(" ")).ShouldBe(["Warn child_assessments[A4].da_experience child=P4"]);

    [Fact]
    public void A_factor_says_nothing_of_it() => Rule.Found(t =>
    {
        t.ChildAssessments[2].DaExperience = null;
        t.ChildAssessments[2].Factors[0] = "3A";
    }).Length.ShouldBe(1);

    [Fact]
    public void Without_an_assessment_the_list_is_named() => Rule.Found(t => t.ChildAssessments.RemoveAt(2)).ShouldBe(["Warn child_assessments child=P4"]);

    [Fact]
    public void The_unborn_are_not_asked_about() => Rule.Found(t =>
    {
        t.ChildAssessments[2].DaExperience = null;
        Given.Of(t, "P4").Roles[0] = Person.Types.Role.Unborn;
    }).ShouldBeEmpty();

    [Fact]
    public void Where_there_is_no_domestic_abuse_nothing_is_asked() => Given.Family(Given.Child("P2")).JudgedBy(Rule).Findings.ShouldBeEmpty();
}
