using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Validator.Rules.YoungPeople;

/// <summary>IS-506. A young person who harms is a child first. The word perpetrator closes the file on that.</summary>
internal sealed class YoungPersonWhoHarmsHasOwnNeeds : Rule
{
    public override RuleCard Card { get; } = new("IS-506", RuleGroup.YoungPeople, Severity.Warn)
    {
        Message = "{person} is under 18: a young person who harms, who may need protecting too. Say what they need to be safe.",
        Remedy = "Choose the role \"young person who harms\", and add an assessment of their own.",
        Source = "L9; Nottingham pathway",
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var person in c.Transfer.Persons)
        {
            if (!People.CausesHarm(person)) continue;
            var isAlleged = person.Roles.Contains(Role.AllegedPerpetrator);
            if (!isAlleged && (person.InMovingHousehold != YesNo.Yes || OwnAssessment.IsAnswered(c.Transfer, person.Ref))) continue;
            if (c.People.AgeOf(person) is not { } age) found.Undecided($"persons[{person.Ref}].date_of_birth");
            else if (age < 18) found.Fire(isAlleged ? $"persons[{person.Ref}].roles" : "child_assessments", ("person", person.Ref));
        }
    }
}
