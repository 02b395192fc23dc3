using Kind = InfoSharing.V1.Relationship.Types.Kind;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Validator.Facts;

/// <summary>Two people in an intimate relationship.</summary>
internal static class Couples
{
    /// <summary>A partner or spouse is intimate unless somebody says otherwise.</summary>
    internal static bool IsIntimate(Relationship relationship) =>
        relationship.Intimate == YesNo.Yes
        || (relationship.Intimate != YesNo.No && relationship.Kind is Kind.Partner or Kind.ExPartner or Kind.Spouse or Kind.ExSpouse);

    /// <summary>Intimate, with abuse known or suspected.</summary>
    internal static bool IsAbusive(Relationship relationship) => Abuse.IsAbusive(relationship) && IsIntimate(relationship);

    /// <summary>True where it has not ended by a day.</summary>
    internal static bool IsCurrent(Relationship relationship, DateOnly day) => !(Days.Parse(relationship.EndedOn) <= day);

    /// <summary>Both refs, in order; blank ones left out.</summary>
    internal static string[] Both(Relationship relationship) =>
        [.. new[] { relationship.A, relationship.B }.Where(one => !one.IsBlank()).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The other one of the two; where nobody says who abused whom, whoever is a victim, else whoever does not cause harm.</summary>
    internal static IEnumerable<string> Victims(Relationship relationship, People people)
    {
        var both = Both(relationship);
        if (!relationship.Abuser.IsBlank()) return both.Where(one => one != relationship.Abuser);
        var victims = both.Where(one => people.Find(one)?.Roles.Contains(Role.Victim) == true).ToArray();
        return victims.Length > 0 ? victims : both.Where(one => !people.CausesHarm(one));
    }

    /// <summary>Both people of a relationship that the transfer lists; null where one of them is not listed.</summary>
    internal static (Person A, Person B)? PeopleOf(Relationship relationship, People people) =>
        relationship.A != relationship.B && people.Find(relationship.A) is { } a && people.Find(relationship.B) is { } b ? (a, b) : null;
}
