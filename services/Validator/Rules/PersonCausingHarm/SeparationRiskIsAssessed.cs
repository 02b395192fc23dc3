using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Direction = InfoSharing.V1.Decision.Types.RiskDirection;
using Kind = InfoSharing.V1.Relationship.Types.Kind;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Validator.Rules.PersonCausingHarm;

/// <summary>IS-706. "They have parted" is the commonest reason to lower risk, and parting is when it is highest.</summary>
internal sealed class SeparationRiskIsAssessed : Rule
{
    private const int Window = 12;

    public override RuleCard Card { get; } = new("IS-706", RuleGroup.PersonCausingHarm, Severity.Refuse)
    {
        Message = "Separation can be as or more dangerous. Assess post-separation risk to {victim} before lowering it.",
        Remedy = "Write what changes when they part, and what is in place.",
        Source = "S11; JTAI; 12 months = DASH Q6 window",
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var (relationship, index) in c.Transfer.Relationships.Select(static (one, index) => (one, index)))
        {
            if (!Abuse.IsAbusive(relationship) || !IsIntimate(relationship) || !relationship.PostSeparationRisk.IsBlank()) continue;
            if (!IsParting(relationship, c.Day) || !IsLowered(c, relationship)) continue;
            var field = Field.Of("relationships", relationship.Item, index) + ".post_separation_risk";
            var victims = string.Join(',', Victims(c, relationship));
            if (victims.Length > 0) found.Fire(field, ("victim", victims));
            else found.Fire(field);
        }
    }

    // A partner or spouse is intimate unless somebody says otherwise.
    private static bool IsIntimate(Relationship relationship) =>
        relationship.Intimate == YesNo.Yes
        || (relationship.Intimate != YesNo.No && relationship.Kind is Kind.Partner or Kind.ExPartner or Kind.Spouse or Kind.ExSpouse);

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

    // The other one of the two; where nobody says who abused whom, whoever is a victim, else whoever does not cause harm.
    private static IEnumerable<string> Victims(Case c, Relationship relationship)
    {
        string[] both = [.. new[] { relationship.A, relationship.B }.Where(one => !one.IsBlank()).Distinct().Order(StringComparer.Ordinal)];
        if (!relationship.Abuser.IsBlank()) return both.Where(one => one != relationship.Abuser);
        var victims = both.Where(one => c.People.Find(one)?.Roles.Contains(Role.Victim) == true).ToArray();
        return victims.Length > 0 ? victims : both.Where(one => !c.People.CausesHarm(one));
    }
}
