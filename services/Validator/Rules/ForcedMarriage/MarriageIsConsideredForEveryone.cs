using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.ForcedMarriage;

/// <summary>IS-603. Asked of one, forced marriage is asked of all: brothers, the youngest, and an adult who may not be able to agree to it.</summary>
internal sealed class MarriageIsConsideredForEveryone : Rule
{
    public override RuleCard Card { get; } = new("IS-603", RuleGroup.Safety, Severity.Warn)
    {
        Message = "Forced marriage was considered for {list} but not for {person}. It affects young men too, and promises can be made in early childhood.",
        Remedy = "Answer for each; \"not known\" is an answer.",
        Source = "L18, L26; FMU 2019: 19% male [V]; early childhood [K]; practice 21",
        MayRise = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        var everyone = c.Transfer.Persons.Where(person => IsAsked(c, person)).Select(person => person.Ref).Distinct().ToList();
        var answered = everyone.FindAll(person => ConsideredMarriage.IsAnswered(c.Transfer, person));
        if (answered.Count == 0 || answered.Count == everyone.Count) return;
        found.Fire("forced_marriage.considered", ("list", Refs.Join(answered)), ("person", Refs.Join(everyone.Except(answered))));
    }

    // Without a birth date, somebody whom nobody lists as a child is an adult.
    private static bool IsAsked(Case c, Person person)
    {
        if (People.IsUnborn(person) || !person.DiedOn.IsBlank()) return false;
        if (c.People.IsMoving(person.Ref)) return true;
        return person.InMovingHousehold == YesNo.Yes && person.MayLackCapacity == YesNo.Yes && !People.IsChild(person) && !(c.People.AgeOf(person) < 18);
    }
}
