using InfoSharing.V1;
using InfoSharing.Validator.Rules.EachChild;
using Communication = InfoSharing.V1.Person.Types.Communication;

namespace InfoSharing.Tests.Unit.Rules.EachChild;

public sealed class ChildIsHeardOrSeenTests
{
    private static readonly ChildIsHeardOrSeen Rule = new();

    [Fact]
    public void Children_who_were_heard_and_seen_pass() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Fact]
    public void From_three_on_their_words_are_asked_for() => Rule.Found(t => t.ChildAssessments[0].Voice = null).ShouldBe(["Warn child_assessments[A2].voice child=P2"]);

    [Fact]
    public void Seen_alone_or_why_not()
    {
        Rule.Found(t => t.ChildAssessments[0].SeenAloneOn = "").ShouldBe(["Warn child_assessments[A2].seen_alone_on child=P2"]);
        Rule.Found(t =>
        {
            t.ChildAssessments[0].SeenAloneOn = "";
            t.ChildAssessments[0].NotAloneBecause = Given.Written("She asked for her youth worker to stay.");
        }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2023-10-12", "Warn child_assessments[A4].voice child=P4")]
    [InlineData("2023-10-13", "Warn child_assessments[A4].day_like day child=P4")]
    public void Before_three_a_day_is_asked_for(string born, string line) => Rule.Found(t =>
    {
        Given.Of(t, "P4").DateOfBirth = born;
        t.ChildAssessments[2].DayLike = null;
    }).ShouldBe([line]);

    [Theory]
    [InlineData(Communication.DoesNotSpeakYet)]
    [InlineData(Communication.OtherMeans)]
    public void A_child_who_does_not_speak_is_asked_about_by_what_was_seen(Communication communication) =>
        Rule.Found(t => Given.Of(t, "P3").Communication = communication).ShouldBe(["Warn child_assessments[A3].day_like day child=P3"]);

    [Fact]
    public void A_toddler_is_seen_with_each_carer() => Rule.Found(t => t.ChildAssessments[2].SeenWith.Clear()).ShouldBe(["Warn child_assessments[A4].seen_with day child=P4"]);

    [Fact]
    public void Without_an_assessment_the_list_is_named() => Rule.Found(t => t.ChildAssessments.RemoveAt(0)).ShouldBe(["Warn child_assessments child=P2"]);

    [Fact]
    public void A_child_whom_nobody_could_assess_yet_is_not_asked_about() => Rule.Found(t =>
        t.ChildAssessments[0] = new ChildAssessment { Child = "P2", NotAssessed = new() { Why = Given.Written("Met once"), WhoWill = Given.Worker } }).ShouldBeEmpty();

    [Fact]
    public void A_second_assessment_may_say_it() => Rule.Found(t =>
    {
        t.ChildAssessments[0].Voice = null;
        t.ChildAssessments.Add(new ChildAssessment { Item = Given.Id("A9"), Child = "P2", Voice = Given.Written("I want to choose.") });
    }).ShouldBeEmpty();

    [Fact]
    public void Without_a_birth_date_it_is_undecided() => Rule.Undecided(t => Given.Of(t, "P2").DateOfBirth = "").ShouldBe(["persons[P2].date_of_birth"]);
}
