namespace InfoSharing.Validator.Judging;

/// <summary>A rule as a later rule set has it: it judges the same, with other words, times or severity.</summary>
internal sealed class ChangedRule(Rule rule, RuleCard card) : Rule
{
    public override RuleCard Card => card;

    public override string Name => rule.Name;

    internal override void Judge(Case c, Findings found) => rule.Judge(c, found);

    internal override void JudgeAct(Case c, IMessage act, Findings found) => rule.JudgeAct(c, act, found);
}
