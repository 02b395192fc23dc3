using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.YoungPeople;

/// <summary>IS-508. Under sixteen it is child protection for both young people, also for the one who harms.</summary>
internal sealed class UnderSixteenIsChildProtection : Rule
{
    private const int ChildProtection = 16;

    public override RuleCard Card { get; } = new("IS-508", RuleGroup.YoungPeople, Severity.Advise)
    {
        Message = "If either is under 16 use child protection procedures, for both young people; a child who lives with adults' abuse is still a victim under s3.",
        Remedy = "Follow child protection procedures for both.",
        Source = "L9; DA Act 2021 via LLR adult procedures, NE trixonline; practice 21",
        Applies = TransferKinds.All,
        SpeaksOfWhatIsThere = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        for (var i = 0; i < c.Transfer.Relationships.Count; i++)
        {
            var relationship = c.Transfer.Relationships[i];
            if (!Couples.IsAbusive(relationship) || (IsOlder(c, relationship.A) && IsOlder(c, relationship.B))) continue;
            var young = Couples.Both(relationship).Where(one => c.People.Find(one) is { } person && c.People.AgeOf(person) < ChildProtection).ToList();
            if (young.Count > 0)
            {
                found.Fire(Field.Of("relationships", relationship.Item, i), ("person", Refs.Join(young)));
                continue;
            }
            foreach (var one in Couples.Both(relationship))
                if (c.People.Find(one) is { } person && c.People.AgeOf(person) is null) found.Undecided($"persons[{one}].date_of_birth");
        }
    }

    private static bool IsOlder(Case c, string one) => c.People.Find(one) is { } person && c.People.AgeOf(person) >= ChildProtection;
}
