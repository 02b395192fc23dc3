using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Direction = InfoSharing.V1.Decision.Types.RiskDirection;
using Type = InfoSharing.V1.Decision.Types.Type;

namespace InfoSharing.Validator.Rules.Reasoning;

/// <summary>IS-104. Lowered risk that rests on nothing is a wish. What it rests on is linked, so that the next worker can look at it.</summary>
internal sealed class LoweredRiskRestsOnEvidence : Rule
{
    public override RuleCard Card { get; } = new("IS-104", RuleGroup.Reasoning, Severity.Warn)
    {
        Message = "You lowered or closed risk without pointing to evidence. Link the assessment, check or event.",
        Remedy = "Link at least one entry, claim or document.",
        Source = "L1, L5, L14, L15, L25",
    };

    internal override void Judge(Case c, Findings found)
    {
        for (var i = 0; i < c.Transfer.Decisions.Count; i++)
        {
            var decision = c.Transfer.Decisions[i];
            if (c.Decisions.IsReplaced(decision) || Decisions.IsInheritedWithoutReasons(decision)) continue;
            if (decision.RiskDirection is Direction.Lowered or Direction.Closed && decision.EvidenceRefs.All(one => one.IsBlank()))
                found.Fire(Field.Of("decisions", decision.Item, i) + ".evidence_refs");
            else if (decision.Type == Type.Threshold && decision.Threshold.IsBlank())
                found.Fire(Field.Of("decisions", decision.Item, i) + ".threshold");
        }
    }
}
