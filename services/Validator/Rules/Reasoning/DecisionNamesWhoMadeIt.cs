using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Reasoning;

/// <summary>IS-103. A decision that nobody made cannot be asked about.</summary>
internal sealed class DecisionNamesWhoMadeIt : Rule
{
    public override RuleCard Card { get; } = new("IS-103", RuleGroup.Reasoning, Severity.Warn)
    {
        Message = "Who made this decision, in what role, and when?",
        Remedy = "Add the role, the organisation and the day. Where another area decided, say whom you asked.",
        Source = "L15, L25",
        MayRise = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        for (var i = 0; i < c.Transfer.Decisions.Count; i++)
        {
            var decision = c.Transfer.Decisions[i];
            if (c.Decisions.IsReplaced(decision) || Decisions.IsInheritedWithoutReasons(decision)) continue;
            var field = Field.Of("decisions", decision.Item, i);
            if (decision.MadeBy is not { } who || who.Role.IsBlank() || who.Org.IsBlank()) found.Fire($"{field}.made_by");
            else if (decision.MadeAt is null) found.Fire($"{field}.made_at");
        }
    }
}
