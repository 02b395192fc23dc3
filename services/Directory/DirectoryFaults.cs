using Google.Protobuf.WellKnownTypes;
using InfoSharing.V1;
using Contract = InfoSharing.V1.DirectoryContent;

namespace InfoSharing.Directories;

/// <summary>What no directory may lack, even a rightly signed one.</summary>
internal static class DirectoryFaults
{
    /// <summary>The first fault in one sentence; null where there is none.</summary>
    internal static string? Of(Contract directory)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var agency in directory.Agencies)
        {
            if (agency.Id.Length == 0) return "The directory has an agency without an id.";
            if (!ids.Add(agency.Id)) return $"The directory has {agency.Id} twice.";
            if (!HasContacts(agency.Contacts))
                return $"{agency.Id} lacks a contact. Each agency needs an emergency telephone, an out-of-hours telephone, a duty inbox and at least one escalation role.";
            if (OfKeys(agency, owners) is { } fault) return fault;
        }
        foreach (var agreement in directory.Agreements)
        {
            if (!ids.Contains(agreement.From) || !ids.Contains(agreement.To)) return $"The directory has an agreement from {agreement.From} to {agreement.To}, and has not both of them.";
            if (!IsTime(agreement.NotBefore) || !IsTime(agreement.ExpiresAt) || (agreement.RevokedAt is not null && !IsTime(agreement.RevokedAt)))
                return $"The agreement from {agreement.From} to {agreement.To} does not say from when and until when it holds.";
        }
        return null;
    }

    /// <summary>True for an instant within a Timestamp's bounds.</summary>
    internal static bool IsTime(Timestamp? time) =>
        time is { Seconds: >= -62_135_596_800 and <= 253_402_300_799, Nanos: >= 0 and <= 999_999_999 }; // google/protobuf/timestamp.proto: years 1 to 9999

    private static string? OfKeys(DirectoryAgency agency, Dictionary<string, string> owners)
    {
        foreach (var (key, signs) in agency.Signing.Select(key => (key, true)).Concat(agency.Sealing.Select(key => (key, false))))
        {
            if (!IsTime(key.NotBefore) || !IsTime(key.NotAfter)) return $"{agency.Id} has a key without the time in which it is used.";
            if (DirectoryKey.Read(key) is not { } read) return $"{agency.Id} has a certificate that cannot be read.";
            if (signs ? !read.CanSign : !read.CanSeal) return $"{agency.Id} has a key of the wrong kind. Agencies sign with ECDSA P-256 and are sealed to with RSA-3072.";
            // A key that stands in two entries would speak for two agencies, whatever certificates it is in.
            if (owners.TryGetValue(read.PublicKey, out var owner) && owner != agency.Id) return $"{agency.Id} and {owner} have a key in common. Each key speaks for one agency.";
            owners[read.PublicKey] = agency.Id;
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
