using InfoSharing.Validator.Judging;
using Period = InfoSharing.V1.RelationshipExploration.Types.Period;

namespace InfoSharing.Validator.Rules.Relationships;

/// <summary>IS-201. What a partner did before is what the next area most needs and least often gets; four answers are open, and blank is none of them.</summary>
internal sealed class PreviousRelationshipsAreAnswered : Rule
{
    public override RuleCard Card { get; } = new("IS-201", RuleGroup.Relationships, Severity.Refuse)
    {
        Message = "Previous relationships have not been answered for {person}. Choose explored, partly, not explored or none known.",
        Remedy = "Any of the four is an answer; blank is not.",
        Source = "L1, L21",
    };

    internal override void Judge(Case c, Findings found) => AnsweredPeriod.Judge(c, found, Period.Previous, ofTheLiving: false);
}
