using InfoSharing.V1;
using InfoSharing.Validator.Rules.PersonCausingHarm;

namespace InfoSharing.Tests.Unit.Rules.PersonCausingHarm;

public sealed class CrisisIsReviewedTests
{
    private static readonly CrisisIsReviewed Rule = new();

    [Theory]
    [InlineData("2026-11-09", 0)]
    [InlineData("2026-11-10", 1)]
    [InlineData("", 1)]
    public void Within_seven_days_passes(string review, int findings) => Rule.Found(t => (t.Urgency, t.CrisisReviewOn) = (Transfer.Types.Urgency.Crisis, review))
        .ShouldBe(Enumerable.Repeat("Warn crisis_review_on", findings));

    [Fact]
    public void Outside_a_crisis_nothing_is_asked() => Rule.Found(t => t.Urgency = Transfer.Types.Urgency.PostCrisis).ShouldBeEmpty();

    [Fact]
    public void The_days_are_a_setting() => Given.Clean(t => (t.Urgency, t.CrisisReviewOn) = (Transfer.Types.Urgency.Crisis, "2026-11-10"))
        .JudgedBy(Rule, Given.With("IS-709", "days", 14)).Findings.ShouldBeEmpty();
}
