using InfoSharing.Validator.Rules.EachChild;
using Baby = InfoSharing.V1.ChildAssessment.Types.Baby;

namespace InfoSharing.Tests.Unit.Rules.EachChild;

public sealed class BabyIsSafeInTheNewHomeTests
{
    private static readonly BabyIsSafeInTheNewHome Rule = new();

    [Fact]
    public void A_baby_of_whom_all_three_are_said_passes() => Judge(_ => { }, "2026-05-01").ShouldBeEmpty();

    [Fact]
    public void Each_blank_warns()
    {
        Judge(baby => baby.Injury = null, "2026-05-01").ShouldBe(["Warn child_assessments[A4].baby child=P4"]);
        Judge(baby => baby.CryingFeedingSleep = null, "2026-05-01").Length.ShouldBe(1);
        Judge(baby => baby.WhoAtHome = Given.Written(""), "2026-05-01").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("2024-10-13", 1)]
    [InlineData("2024-10-12", 0)]
    public void Only_under_two_on_the_day_of_the_move(string born, int findings) => Judge(baby => baby.Injury = null, born).Length.ShouldBe(findings);

    [Fact]
    public void Without_a_birth_date_it_is_undecided() => Rule.Undecided(t => Given.Of(t, "P4").DateOfBirth = "").ShouldBe(["persons[P4].date_of_birth"]);

    [Fact]
    public void Where_there_is_no_domestic_abuse_nothing_is_asked() => Given.Family(Given.Child("P2", 1)).JudgedBy(Rule).Findings.ShouldBeEmpty();

    private static string[] Judge(Action<Baby> change, string born) => Rule.Found(t =>
    {
        Given.Of(t, "P4").DateOfBirth = born;
        var baby = new Baby { Injury = Given.Written("None seen."), CryingFeedingSleep = Given.Written("Feeds well."), WhoAtHome = Given.Written("The family.") };
        change(baby);
        Given.AssessmentOf(t, "P4").Baby = baby;
    });
}
