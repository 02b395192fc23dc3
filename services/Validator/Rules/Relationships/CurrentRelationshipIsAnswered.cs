using InfoSharing.Validator.Judging;
using Period = InfoSharing.V1.RelationshipExploration.Types.Period;

namespace InfoSharing.Validator.Rules.Relationships;

/// <summary>IS-202. Nobody looks for a partner who was never asked about. Of somebody who has died it is not asked.</summary>
internal sealed class CurrentRelationshipIsAnswered : Rule
{
    public override RuleCard Card { get; } = new("IS-202", RuleGroup.Relationships, Severity.Refuse)
    {
        Message = "Is {person} in a relationship now? \"Not asked\" is an answer; blank is not.",
        Remedy = "Choose one; \"not explored\" with a reason will do.",
        Source = "L1, L21",
    };

    internal override void Judge(Case c, Findings found) => AnsweredPeriod.Judge(c, found, Period.Current, ofTheLiving: true);
}
