using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Validator.Facts;

/// <summary>A PARENT under 18 in the moving household: the one whom IS-501 asks about, and therefore IS-401 does not.</summary>
internal static class YoungParent
{
    /// <summary>True or false; null where a parent of the household has no birth date.</summary>
    internal static bool? Is(Person person, People people)
    {
        if (!person.Roles.Contains(Role.Parent) || person.InMovingHousehold != YesNo.Yes) return false;
        return people.AgeOf(person) is { } age ? age < 18 : null;
    }
}
