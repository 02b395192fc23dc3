using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using ByRole = InfoSharing.V1.Plan.Types.Action.Types.ByRole;

namespace InfoSharing.Validator.Rules.PersonCausingHarm;

/// <summary>IS-702. A plan in which only the victim has things to do makes the victim responsible for the harm.</summary>
internal sealed class PlanActsOnPersonCausingHarm : Rule
{
    public override RuleCard Card { get; } = new("IS-702", RuleGroup.PersonCausingHarm, Severity.Warn)
    {
        Message = "Every action falls to {victim}. What will be done with or about {person causing harm}?",
        Remedy = "Add an action for an agency.",
        Source = "S9, S10",
        MayRise = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (!c.Abuse.Domestic) return;
        var actions = c.Transfer.Plans.Where(plan => plan.EndedOn.IsBlank()).SelectMany(plan => plan.Actions).ToList();
        if (actions.Count == 0 || !actions.TrueForAll(action => action.ByRole is ByRole.Victim or ByRole.Child && !c.People.CausesHarm(action.Towards))) return;
        found.FireWith("plans", ("victim", Refs.Join(c.People.Victims)), ("person_causing_harm", Refs.Join(c.People.CausingHarm)));
    }
}
