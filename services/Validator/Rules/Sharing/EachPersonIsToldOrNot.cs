using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Validator.Rules.Sharing;

/// <summary>IS-804. A receiver who does not know who knows will tell the wrong person. Nobody is told by this system. Somebody who has died is not asked about.</summary>
internal sealed class EachPersonIsToldOrNot : Rule
{
    private enum Need { No, Yes, NotKnown }

    public override RuleCard Card { get; } = new("IS-804", RuleGroup.Sharing, Severity.Refuse)
    {
        Message = "For each parent, victim and older child: do they know? \"Not told: unsafe\" is a complete answer. No one is told by this system. Still blank: {person}.",
        Remedy = "Answer for each.",
        Source = "L20, L25; DfE advice; MARF forms (Shropshire, Walsall); practice 9",
        Owed = TransferKinds.Alerts,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.Transfer.Told.Count == 0 && c.Transfer.Persons.Any(person => person.Roles.Contains(Role.Child)))
        {
            var blank = c.Transfer.Persons.Where(person => NeedOf(c, person) == Need.Yes).ToList();
            found.Fire("told", ("person", Refs.Join(blank.Count > 0 ? blank : c.Transfer.Persons.Where(person => person.Roles.Contains(Role.Child)))));
            return;
        }
        foreach (var person in c.Transfer.Persons)
        {
            if (IsAnswered(c.Transfer, person.Ref)) continue;
            switch (NeedOf(c, person))
            {
                case Need.Yes: found.Fire("told", ("person", person.Ref)); break;
                case Need.NotKnown: found.Undecided($"persons[{person.Ref}].date_of_birth"); break;
            }
        }
    }

    private static bool IsAnswered(Transfer transfer, string person)
    {
        foreach (var told in transfer.Told)
            if (told.Person == person && told.Told_ != default) return true;
        return false;
    }

    // Each VICTIM, each adult who holds parental responsibility for a moving child, each moving child aged 10 or over.
    private static Need NeedOf(Case c, Person person)
    {
        if (!person.DiedOn.IsBlank() || People.IsUnborn(person)) return Need.No;
        if (person.Roles.Contains(Role.Victim)) return Need.Yes;
        var holdsResponsibility = person.ParentalResponsibilityFor.Any(c.People.IsMoving);
        var moves = c.People.IsMoving(person.Ref);
        if (!holdsResponsibility && !moves) return Need.No;
        if (c.People.AgeOf(person) is not { } age) return Need.NotKnown;
        return (holdsResponsibility && age >= 18) || (moves && age >= 10) ? Need.Yes : Need.No;
    }
}
