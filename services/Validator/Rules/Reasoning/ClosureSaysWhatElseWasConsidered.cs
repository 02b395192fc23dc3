using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Origin = InfoSharing.V1.Decision.Types.Origin;
using Type = InfoSharing.V1.Decision.Types.Type;

namespace InfoSharing.Validator.Rules.Reasoning;

/// <summary>IS-106. A decision to do less that weighed nothing else was not weighed. Of our own decisions: what another area considered cannot be mended by us.</summary>
internal sealed class ClosureSaysWhatElseWasConsidered : Rule
{
    public override RuleCard Card { get; } = new("IS-106", RuleGroup.Reasoning, Severity.Warn)
    {
        Message = "Say what else you considered and why you did not choose it.",
        Remedy = "One line for each choice.",
        Source = "L15, L25; Product",
    };

    internal override void Judge(Case c, Findings found)
    {
        for (var i = 0; i < c.Transfer.Decisions.Count; i++)
        {
            var decision = c.Transfer.Decisions[i];
            if (decision.Type is not (Type.Closure or Type.StepDown or Type.PlanEnd) || decision.Origin == Origin.Inherited || c.Decisions.IsReplaced(decision)) continue;
            if (decision.Alternatives.All(one => one.IsBlank())) found.Fire(Field.Of("decisions", decision.Item, i) + ".alternatives");
        }
    }
}
