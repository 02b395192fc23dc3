using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Validator.Rules.YoungPeople;

/// <summary>IS-501. A mother of 17 is seen as the baby's mother, and stops being seen as a child.</summary>
internal sealed class YoungParentIsAlsoAChild : Rule
{
    public override RuleCard Card { get; } = new("IS-501", RuleGroup.YoungPeople, Severity.Refuse)
    {
        Message = "{person} is a parent and also a child. Assess their own needs too.",
        Remedy = "Add the role and their own assessment, or why not and who will.",
        Source = "L9, L24",
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var person in c.Transfer.Persons)
        {
            var isChild = person.Roles.Contains(Role.Child);
            if (isChild && OwnAssessment.IsAnswered(c.Transfer, person.Ref)) continue;
            switch (YoungParent.Is(person, c.People))
            {
                case null: found.Undecided($"persons[{person.Ref}].date_of_birth"); break;
                case true: found.Fire(isChild ? "child_assessments" : $"persons[{person.Ref}]", ("person", person.Ref), ("child", person.Ref)); break;
            }
        }
    }
}
