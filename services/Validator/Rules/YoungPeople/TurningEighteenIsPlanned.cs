using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Care = InfoSharing.V1.Person.Types.Care.Types.Status;

namespace InfoSharing.Validator.Rules.YoungPeople;

/// <summary>IS-505. At eighteen services stop on a birthday, and the harm does not. It may rise only for those whose support stops with it: a sibling of 17 must not hold up a baby.</summary>
internal sealed class TurningEighteenIsPlanned : Rule
{
    private const int Asked = 17;
    private const int MonthsOfRising = (17 * 12) + 6;

    public override RuleCard Card { get; } = new("IS-505", RuleGroup.YoungPeople, Severity.Warn)
    {
        Message = "{person} turns 18 on {date}. Who takes over, does {person} know them, and what stops on that day?",
        Remedy = "Name the adult service and the worker.",
        Source = "L11; 17.5 from West Sussex 17.5+ protocol; Leeds transitional safeguarding; practice 21",
        MayRise = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var child in c.People.Moving)
        {
            if (People.IsUnborn(child) || IsPlanned(c, child.Ref)) continue;
            if (c.People.AgeOf(child) is not { } age) found.Undecided($"persons[{child.Ref}].date_of_birth");
            else if (age >= Asked)
                found.Fire(Severity.Warn, c.Assessments.FieldOf(child.Ref, "transition_plan"), "", MayRise(c, child), ("child", child.Ref), ("person", child.Ref));
        }
    }

    private static bool IsPlanned(Case c, string child) =>
        c.Assessments.Any(child, static one => !(one.TransitionPlan?.WhoTakesOver).IsBlank())
        && c.Assessments.Any(child, static one => one.TransitionPlan is { KnownToPerson: not YesNo.Unspecified })
        && c.Assessments.Any(child, static one => !(one.TransitionPlan?.StopsAt18).IsBlank());

    // From seventeen and a half, for a young person who is a victim, causes harm, is or was in care, or whom an order protects.
    private static bool MayRise(Case c, Person child) =>
        Days.Parse(child.DateOfBirth) is { } born && born.AddMonths(MonthsOfRising) <= c.People.AgesOn
        && (child.Roles.Contains(Person.Types.Role.Victim)
            || People.CausesHarm(child)
            || child.CareStatus is Care.LookedAfter or Care.CareLeaver
            || c.Abuse.OrdersInForce.Any(one => one.Order.Protected == child.Ref));
}
