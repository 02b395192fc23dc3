using InfoSharing.V1;
using InfoSharing.Validator.Rules.Agencies.SocialCare;
using Answer = InfoSharing.V1.NotHeld.Types.Answer;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Tests.Unit.Rules.Agencies.SocialCare;

public sealed class AssessmentsAreBroughtTests
{
    private static readonly AssessmentsAreBrought Rule = new();

    [Fact]
    public void Both_dates_pass() => Judge("2026-09-14", "2026-10-28").ShouldBeEmpty();

    [Theory]
    [InlineData("", "2026-10-28", "Warn child_assessments[A2].started_on child=P2")]
    [InlineData("2026-09-14", "", "Warn child_assessments[A2].authorised_on child=P2")]
    [InlineData("", "", "Warn child_assessments[A2].started_on child=P2")]
    public void A_date_that_is_missing_fires_once_for_the_child(string started, string authorised, string expected) => Judge(started, authorised).ShouldBe([expected]);

    [Fact]
    public void An_assessment_that_is_not_made_yet_has_no_dates_to_ask_for()
    {
        var transfer = Family("", "");
        transfer.ChildAssessments[0].Needs = null;
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Answer.NotKnown, 0)]
    [InlineData(Answer.Unspecified, 1)]
    public void Not_known_is_an_answer_and_blank_is_not(Answer answer, int findings)
    {
        var transfer = Family("", "");
        transfer.NotHeld.Add(new NotHeld { What = What.Assessments, Answer = answer });
        transfer.JudgedBy(Rule).Findings.Count.ShouldBe(findings);
    }

    private static string[] Judge(string started, string authorised) => Family(started, authorised).JudgedBy(Rule).Lines();

    private static Transfer Family(string started, string authorised)
    {
        var transfer = Given.Family(Given.Child("P2"));
        transfer.ChildAssessments.Add(new ChildAssessment { Item = Given.Id("A2"), Child = "P2", Needs = Given.Written("Needs."), StartedOn = started, AuthorisedOn = authorised });
        return transfer;
    }
}
