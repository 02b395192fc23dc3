using InfoSharing.Validator.Clocks;
using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Moves;

/// <summary>IS-904. A plan that ends on the day of the van has ended for nobody's sake. It runs until somebody has taken it.</summary>
internal sealed class PlanIsKeptUntilAccepted : Rule
{
    public override RuleCard Card { get; } = new("IS-904", RuleGroup.Moves, Severity.Warn)
    {
        Message = "{area} has not yet taken {child}'s plan. Please keep visiting until they confirm.",
        Remedy = "Keep the plan open; ring them.",
        Source = "L15, L25; Tees, MK, Sussex; practice 25",
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.Context.Holdings is null) found.CannotTell();
        if (c.Flow is not { SentAt: { } sent }) return;
        var area = c.Transfer.Lead?.AreaGss ?? "";
        for (var i = 0; i < c.Transfer.Plans.Count; i++)
        {
            var plan = c.Transfer.Plans[i];
            // A plan that had ended before the sending was never asked to be taken.
            if (plan.Type is not (Plan.Types.Type.Cp or Plan.Types.Type.Cin or Plan.Types.Type.Lac) || !(Days.Parse(plan.EndedOn) >= London.DayOf(sent.ToDateTimeOffset()))) continue;
            if (!c.IsAccepted(plan.Child)) found.FireWith(Field.Of("plans", plan.Item, i) + ".ended_on", ("child", plan.Child), ("area", area));
        }
        for (var i = 0; i < c.Transfer.Decisions.Count; i++)
        {
            var decision = c.Transfer.Decisions[i];
            if (decision.Type is not (Decision.Types.Type.Closure or Decision.Types.Type.PlanEnd) || decision.Origin == Decision.Types.Origin.Inherited || c.Decisions.IsReplaced(decision)) continue;
            if (decision.MadeAt is not { } made || made.Seconds < sent.Seconds) continue;
            var waiting = decision.Children.Where(child => !child.IsBlank() && !c.IsAccepted(child)).ToList();
            if (waiting.Count > 0) found.FireWith(Field.Of("decisions", decision.Item, i), ("child", Refs.Join(waiting)), ("area", area));
        }
    }
}
