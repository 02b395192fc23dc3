using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.YoungPeople;

/// <summary>Couples of whom both are under 18, and who looks after each (IS-502, IS-503).</summary>
internal static class YoungCouples
{
    private const int Grown = 18;

    /// <summary>Each couple that has not parted, with the path of the relationship; says what it cannot decide without a birth date.</summary>
    internal static IEnumerable<((Person A, Person B) Couple, string Field)> In(Case c, Findings found)
    {
        for (var i = 0; i < c.Transfer.Relationships.Count; i++)
        {
            var relationship = c.Transfer.Relationships[i];
            if (!Couples.IsIntimate(relationship) || !Couples.IsCurrent(relationship, c.Day) || Couples.PeopleOf(relationship, c.People) is not { } couple) continue;
            if (c.People.AgeOf(couple.A) >= Grown || c.People.AgeOf(couple.B) >= Grown) continue;
            var unknown = new[] { couple.A, couple.B }.Where(person => c.People.AgeOf(person) is null).ToList();
            foreach (var person in unknown) found.Undecided($"persons[{person.Ref}].date_of_birth");
            if (unknown.Count == 0) yield return (couple, Field.Of("relationships", relationship.Item, i));
        }
    }

    /// <summary>True where somebody is named.</summary>
    internal static bool HasKeyWorker(Case c, string person) => c.Assessments.Any(person, static one => !one.KeyWorker.IsBlank());

    /// <summary>True for a person's key worker: by name, or by role and organisation where no name was written.</summary>
    internal static bool IsKeyWorker(Case c, string person, Who who) => c.Assessments.Any(person, one => !one.KeyWorker.IsBlank() && IsSame(one.KeyWorker, who));

    private static bool IsSame(Who one, Who other) => one.Name.IsBlank() || other.Name.IsBlank()
        ? IsSame(one.Role, other.Role) && IsSame(one.Org, other.Org)
        : IsSame(one.Name, other.Name);

    private static bool IsSame(string one, string other) => one.Trim().Equals(other.Trim(), StringComparison.OrdinalIgnoreCase);
}
