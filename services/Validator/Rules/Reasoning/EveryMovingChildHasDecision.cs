using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Reasoning;

/// <summary>IS-101. Without a decision there is nothing to hand over but a file.</summary>
internal sealed class EveryMovingChildHasDecision : Rule
{
    public override RuleCard Card { get; } = new("IS-101", RuleGroup.Reasoning, Severity.Refuse)
    {
        Message = "No decision is recorded. Say what was decided about each child before this case can be handed over.",
        Remedy = "Add the decision as it stands, even \"no change\", with who made it and when.",
        Source = "L15, L25",
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.Transfer.Decisions.Count == 0)
        {
            found.Fire("decisions");
            return;
        }
        foreach (var child in c.People.Moving)
            if (!IsDecided(c.Transfer, child.Ref)) found.Fire("decisions", ("child", child.Ref));
    }

    private static bool IsDecided(Transfer transfer, string child)
    {
        foreach (var decision in transfer.Decisions)
            if (decision.Children.Contains(child)) return true;
        return false;
    }
}
