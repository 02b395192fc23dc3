using InfoSharing.V1;
using InfoSharing.Validator.Facts;
using Kind = InfoSharing.V1.Transfer.Types.Kind;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Exchange.Answers.Folding;

/// <summary>The children for whom a version needs answers.</summary>
internal static class ChildrenOf
{
    /// <summary>
    /// On a hand-over those who move. On an alert, and where a hand-over marks nobody as moving, every child: an answer too many is asked
    /// for before a child is forgotten.
    /// </summary>
    internal static IReadOnlySet<string> Version(Transfer transfer)
    {
        var moving = MovingChildren.Of(transfer);
        var alert = transfer.Kind is Kind.Notification or Kind.MissingFamilyAlert;
        var children = alert || moving.Count == 0 ? transfer.Persons.Where(IsChild) : moving;
        return children.Select(child => child.Ref).Where(one => one.Length > 0).ToHashSet();
    }

    internal static bool IsUnborn(Person person) => person.Roles.Contains(Role.Unborn);

    private static bool IsChild(Person person) => person.Roles.Contains(Role.Child) || IsUnborn(person);
}
