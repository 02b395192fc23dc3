using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Group = InfoSharing.V1.DisclosureControls.Types.MustNotAlert.Types.Group;
using SetBy = InfoSharing.V1.DisclosureControls.Types.MustNotAlert.Types.SetBy;

namespace InfoSharing.Validator.Alerts;

/// <summary>
/// No rule refuses an alert; what would be unsafe in it gets a safe default instead. Where forced marriage is feared,
/// everyone in the family, the extended family and the community must not be alerted until a person says otherwise (IS-607).
/// </summary>
public static class SafeDefaults
{
    private static readonly Group[] Groups = [Group.Family, Group.ExtendedFamily, Group.Community];

    /// <summary>An alert with its safe defaults set.</summary>
    /// <param name="alert">A NOTIFICATION or MISSING_FAMILY_ALERT; it is not changed. A hand-over is given back as it is.</param>
    /// <returns>The same alert where nothing is to be set, else a copy in which each group that nobody answered for is marked, set by DEFAULT.</returns>
    public static Transfer Set(Transfer alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        if (TransferKindsOf.Of(alert.Kind) != TransferKinds.Alerts || !new Abuse(alert).AnyForcedMarriage) return alert;
        var missing = MissingGroups(alert, byPerson: false).ToList();
        if (missing.Count == 0) return alert;
        var safe = alert.Clone();
        safe.DisclosureControls ??= new();
        foreach (var group in missing) safe.DisclosureControls.MustNotAlert.Add(new DisclosureControls.Types.MustNotAlert { Group = group, SetBy = SetBy.Default });
        return safe;
    }

    /// <summary>The groups without an entry; with <paramref name="byPerson"/>, those for which no person has answered yet.</summary>
    internal static IEnumerable<Group> MissingGroups(Transfer transfer, bool byPerson) =>
        Groups.Where(group => !(transfer.DisclosureControls?.MustNotAlert ?? []).Any(entry => entry.Group == group && !(byPerson && entry.SetBy == SetBy.Default)));
}
