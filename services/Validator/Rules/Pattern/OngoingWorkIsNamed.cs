using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Pattern;

/// <summary>IS-309. What stops in a move stops without anybody deciding that it should.</summary>
internal sealed class OngoingWorkIsNamed : Rule
{
    public override RuleCard Card { get; } = new("IS-309", RuleGroup.Pattern, Severity.Warn)
    {
        Message = "What work is still in progress that must not lapse in the move?",
        Remedy = "List it with who leads it, or say that there is none.",
        Source = "S6",
        Owed = TransferKinds.HandOvers,
        OwedWithin = Within.FiveWorkingDays,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.Transfer.OngoingWork.Count > 0 || !c.Transfer.NoOngoingWorkBecause.IsBlank()) return;
        var onPlan = c.People.Moving.Where(child => c.Transfer.Plans.Any(plan => plan.Child == child.Ref && People.IsOpenPlan(plan))).ToList();
        if (onPlan.Count > 0) found.Fire("ongoing_work", ("child", Refs.Join(onPlan)));
    }
}
