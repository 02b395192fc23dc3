using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.PersonCausingHarm;

/// <summary>IS-707. A move can be an escape or an isolation. Which of the two it is, is known best by those who saw them leave.</summary>
internal sealed class MovesEffectOnRiskIsStated : Rule
{
    public override RuleCard Card { get; } = new("IS-707", RuleGroup.PersonCausingHarm, Severity.Warn)
    {
        Message = "Does moving raise or lower risk to {victim}, and why?",
        Remedy = "\"Not known yet, because …\" is an answer.",
        Source = "S11; Norfolk; SafeLives",
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.Transfer.Move is not { IsSeparation: YesNo.Yes } move || (move.RiskEffect != default && !move.RiskEffectReason.IsBlank())) return;
        found.FireWith(move.RiskEffect == default ? "move.risk_effect" : "move.risk_effect_reason", ("victim", Refs.Join(c.People.Victims)));
    }
}
