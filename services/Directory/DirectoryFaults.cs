using InfoSharing.V1;
using Contract = InfoSharing.V1.DirectoryContent;

namespace InfoSharing.Directories;

/// <summary>What no directory may lack, even a rightly signed one.</summary>
internal static class DirectoryFaults
{
    /// <summary>The first fault in one sentence; null where there is none.</summary>
    internal static string? Of(Contract directory)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var agency in directory.Agencies)
        {
            if (agency.Id.Length == 0 || !ids.Add(agency.Id)) return $"The directory has an agency without an id, or two of one id: {agency.Id}.";
            if (!HasContacts(agency.Contacts))
                return $"{agency.Id} lacks a contact. Each agency needs an emergency telephone, an out-of-hours telephone, a duty inbox and at least one escalation role.";
            foreach (var key in agency.Signing.Concat(agency.Sealing))
            {
                // A key that stands in two entries would speak for two agencies.
                var certificate = key.Certificate.ToBase64();
                if (keys.TryGetValue(certificate, out var owner) && owner != agency.Id) return $"{agency.Id} and {owner} have a key in common. Each key speaks for one agency.";
                keys[certificate] = agency.Id;
                if (key.NotBefore is null || key.NotAfter is null) return $"{agency.Id} has a key without the time in which it is used.";
            }
        }
        return null;
    }

    private static bool HasContacts(DirectoryAgency.Types.Contacts? contacts) =>
        contacts is not null
        && !string.IsNullOrWhiteSpace(contacts.EmergencyPhone)
        && !string.IsNullOrWhiteSpace(contacts.OutOfHoursPhone)
        && !string.IsNullOrWhiteSpace(contacts.DutyInbox)
        && contacts.EscalationRoles.Any(role => !string.IsNullOrWhiteSpace(role));
}
