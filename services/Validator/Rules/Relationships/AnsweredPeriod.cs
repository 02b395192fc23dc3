using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Exploration = InfoSharing.V1.RelationshipExploration;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Validator.Rules.Relationships;

/// <summary>Whose relationships must be answered, of which period (IS-201, IS-202).</summary>
internal static class AnsweredPeriod
{
    /// <summary>Fires for each adult without an answer; undecided for somebody whose age is not known.</summary>
    internal static void Judge(Case c, Findings found, Exploration.Types.Period period, bool ofTheLiving)
    {
        foreach (var person in c.Transfer.Persons)
        {
            if (!MayBeAsked(person) || (ofTheLiving && !person.DiedOn.IsBlank()) || IsAnswered(c.Transfer, person.Ref, period)) continue;
            if (c.People.AgeOf(person) is not { } age) found.Undecided($"persons[{person.Ref}].date_of_birth");
            else if (age >= 18) found.Fire("relationship_exploration", ("person", person.Ref));
        }
    }

    private static bool MayBeAsked(Person person)
    {
        if (person.Roles.Contains(Role.ContextOnly) || People.IsUnborn(person)) return false;
        return (person.Roles.Contains(Role.Parent) && person.InMovingHousehold == YesNo.Yes)
            || person.Roles.Contains(Role.Carer)
            || People.CausesHarm(person);
    }

    private static bool IsAnswered(Transfer transfer, string adult, Exploration.Types.Period period)
    {
        foreach (var one in transfer.RelationshipExploration)
            if (one.Adult == adult && one.Period == period && one.Status != default) return true;
        return false;
    }
}
