using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Type = InfoSharing.V1.Decision.Types.Type;

namespace InfoSharing.Validator.Rules.ForcedMarriage;

/// <summary>IS-605. An order does not end with a plan. Somebody goes on answering the telephone.</summary>
internal sealed class EndingPlanKeepsOrderEnforced : Rule
{
    public override RuleCard Card { get; } = new("IS-605", RuleGroup.Safety, Severity.Warn)
    {
        Message = "An order is in force and {person}'s plan is being closed. Who supports enforcement after closure?",
        Remedy = "Name the lead, from when, and how.",
        Source = "L19",
        MayRise = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.Abuse.OrdersInForce.Count == 0) return;
        for (var i = 0; i < c.Transfer.Decisions.Count; i++)
        {
            var decision = c.Transfer.Decisions[i];
            if (decision.Type is not (Type.PlanEnd or Type.Closure) || c.Decisions.IsReplaced(decision) || Decisions.IsInheritedWithoutReasons(decision)) continue;
            if (decision.EnforcementAfter is { } after && !after.Lead.IsBlank() && !after.From.IsBlank() && !after.How.IsBlank()) continue;
            var named = decision.Children.Where(child => c.Abuse.OrdersInForce.Any(one => one.Order.Protected == child)).ToList();
            if (named.Count > 0) found.Fire(Field.Of("decisions", decision.Item, i) + ".enforcement_after", ("person", Refs.Join(named)));
        }
    }
}
