using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Direction = InfoSharing.V1.Decision.Types.RiskDirection;

namespace InfoSharing.Validator.Rules.PersonCausingHarm;

/// <summary>IS-706. "They have parted" is the commonest reason to lower risk, and parting is when it is highest.</summary>
internal sealed class SeparationRiskIsAssessed : Rule
{
    private const int Window = 12;

    public override RuleCard Card { get; } = new("IS-706", RuleGroup.PersonCausingHarm, Severity.Refuse)
    {
        Message = "Separation can be as dangerous as living together, or more. Assess post-separation risk to {victim} before lowering it.",
        Remedy = "Write what changes when they part, and what is in place.",
        Source = "S11; JTAI; 12 months = DASH Q6 window",
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var (relationship, index) in c.Transfer.Relationships.Select(static (one, index) => (one, index)))
        {
            if (!Couples.IsAbusive(relationship) || !relationship.PostSeparationRisk.IsBlank()) continue;
            if (!IsParting(relationship, c.Day) || !IsLowered(c, relationship)) continue;
            var field = Field.Of("relationships", relationship.Item, index) + ".post_separation_risk";
            var victims = string.Join(',', Couples.Victims(relationship, c.People));
            if (victims.Length > 0) found.Fire(field, ("victim", victims));
            else found.Fire(field);
        }
    }

    private static bool IsParting(Relationship relationship, DateOnly day) =>
        relationship.SeparationPlanned == YesNo.Yes
        || (Days.Parse(relationship.EndedOn) is { } ended && ended >= day.AddMonths(-Window) && ended <= day.AddMonths(Window));

    private static bool IsLowered(Case c, Relationship relationship)
    {
        foreach (var decision in c.Decisions.Standing)
        {
            if (decision.RiskDirection is not (Direction.Lowered or Direction.Closed)) continue;
            foreach (var child in decision.Children)
                if (relationship.Children.Contains(child) || IsOfHousehold(c, child)) return true;
        }
        return false;
    }

    private static bool IsOfHousehold(Case c, string child) =>
        c.People.IsMoving(child) || (c.People.Find(child) is { InMovingHousehold: YesNo.Yes } person && People.IsChild(person));
}
