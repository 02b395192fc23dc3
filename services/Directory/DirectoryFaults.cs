using Google.Protobuf.WellKnownTypes;
using InfoSharing.V1;
using Contract = InfoSharing.V1.DirectoryContent;

namespace InfoSharing.Directories;

/// <summary>What no directory may lack, even a rightly signed one.</summary>
internal static class DirectoryFaults
{
    /// <summary>The first fault in one sentence; null where there is none.</summary>
    internal static string? Of(Contract directory) => All(directory).FirstOrDefault();

    /// <summary>Every fault, a sentence each, in the order of the file.</summary>
    internal static IEnumerable<string> All(Contract directory)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var agency in directory.Agencies)
        {
            if (agency.Id.Length == 0) yield return "The directory has an agency without an id.";
            else if (!ids.Add(agency.Id)) yield return $"The directory has {agency.Id} twice.";
            if (!HasContacts(agency.Contacts))
                yield return $"{agency.Id} lacks a contact. Each agency needs an emergency telephone, an out-of-hours telephone, a duty inbox and at least one escalation role.";
            foreach (var fault in OfKeys(agency, owners)) yield return fault;
        }
        foreach (var agreement in directory.Agreements)
        {
            if (!ids.Contains(agreement.From) || !ids.Contains(agreement.To)) yield return $"The directory has an agreement from {agreement.From} to {agreement.To}, and has not both of them.";
            if (!IsTime(agreement.NotBefore) || !IsTime(agreement.ExpiresAt) || (agreement.RevokedAt is not null && !IsTime(agreement.RevokedAt)))
                yield return $"The agreement from {agreement.From} to {agreement.To} does not say from when and until when it holds.";
        }
    }

    /// <summary>True for an instant within a Timestamp's bounds.</summary>
    internal static bool IsTime(Timestamp? time) =>
        time is { Seconds: >= -62_135_596_800 and <= 253_402_300_799, Nanos: >= 0 and <= 999_999_999 }; // google/protobuf/timestamp.proto: years 1 to 9999

    private static IEnumerable<string> OfKeys(DirectoryAgency agency, Dictionary<string, string> owners)
    {
        foreach (var (key, signs) in agency.Signing.Select(key => (key, true)).Concat(agency.Sealing.Select(key => (key, false))))
        {
            if (!IsTime(key.NotBefore) || !IsTime(key.NotAfter)) yield return $"{agency.Id} has a key without the time in which it is used.";
            else if (DirectoryKey.Read(key) is not { } read) yield return $"{agency.Id} has a certificate that cannot be read.";
            else if (signs ? !read.CanSign : !read.CanSeal) yield return $"{agency.Id} has a key of the wrong kind. Agencies sign with ECDSA P-256 and are sealed to with RSA-3072.";
            // A key that stands in two entries would speak for two agencies, whatever certificates it is in.
            else if (owners.TryGetValue(read.PublicKey, out var owner) && owner != agency.Id) yield return $"{agency.Id} and {owner} have a key in common. Each key speaks for one agency.";
            else owners[read.PublicKey] = agency.Id;
        }
    }

    private static bool HasContacts(DirectoryAgency.Types.Contacts? contacts) =>
        contacts is not null
        && !string.IsNullOrWhiteSpace(contacts.EmergencyPhone)
        && !string.IsNullOrWhiteSpace(contacts.OutOfHoursPhone)
        && !string.IsNullOrWhiteSpace(contacts.DutyInbox)
        && contacts.EscalationRoles.Any(role => !string.IsNullOrWhiteSpace(role));
}
