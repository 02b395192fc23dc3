using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Validator.Rules.Agencies.SocialCare;

/// <summary>IS-S01. The new area runs the plan from the day of the move, before any conference: it must know since when it stands and when it is looked at next. "No plan" is a plan type.</summary>
internal sealed class PlansAreBrought : Rule
{
    public override RuleCard Card { get; } = new("IS-S01", RuleGroup.AgencyMinimum, Severity.Warn)
    {
        Message = "What plan is {child} on, since when, and when is it reviewed next? \"No plan\" is an answer.",
        Remedy = "Add the plan with its start and next review, or choose \"no plan\"; or say under \"not held\" that you do not know.",
        Source = "S6, L8, L25; social care minimum, Product",
        MayRise = true,
        Owed = TransferKinds.HandOvers,
        OwedWithin = Within.FiveWorkingDays,
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var child in c.People.Moving)
        {
            if (Minimum.IsAnswered(c.Transfer, What.Plans, child.Ref)) continue;
            var has = false;
            for (var i = 0; i < c.Transfer.Plans.Count; i++)
            {
                var plan = c.Transfer.Plans[i];
                if (plan.Child != child.Ref || plan.Type == Plan.Types.Type.Unspecified) continue;
                has = true;
                if (!People.IsOpenPlan(plan)) continue;
                var field = Field.Of("plans", plan.Item, i);
                if (plan.StartedOn.IsBlank()) found.Fire(field + ".started_on", ("child", child.Ref));
                if (plan.ReviewOn.IsBlank()) found.Fire(field + ".review_on", ("child", child.Ref));
            }
            if (!has) found.Fire("plans", ("child", child.Ref));
        }
    }
}
