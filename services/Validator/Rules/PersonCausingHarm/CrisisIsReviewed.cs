using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.PersonCausingHarm;

/// <summary>IS-709. What was agreed in a night's crisis stands for months, unless a day is set on which somebody looks again.</summary>
internal sealed class CrisisIsReviewed : Rule
{
    public override RuleCard Card { get; } = new("IS-709", RuleGroup.PersonCausingHarm, Severity.Warn)
    {
        Message = "Book the post-crisis review.",
        Remedy = "Set a date.",
        Source = "S14; Product",
        SpeaksOfWhatIsThere = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.Transfer.Urgency != Transfer.Types.Urgency.Crisis) return;
        if (Days.Parse(c.Transfer.CrisisReviewOn) is not { } review || review.DayNumber - c.Day.DayNumber > c.Threshold("IS-709", "days", 7)) found.Fire("crisis_review_on");
    }
}
