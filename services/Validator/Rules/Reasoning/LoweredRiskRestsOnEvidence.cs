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
        Message = "Risk was lowered or closed, and the evidence for it is not linked yet. Link the assessment, check or event.",
        Variants = new Dictionary<string, string> { ["threshold"] = "Which threshold was decided for the children, and so which help follows? Say it, so that the new area can carry on from there." },
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
                found.Fire(Card.Severity, Field.Of("decisions", decision.Item, i) + ".threshold", "threshold", Card.MayRise);
        }
    }
}
