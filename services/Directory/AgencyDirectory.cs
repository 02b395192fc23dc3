using System.Collections.Frozen;
using System.Security.Cryptography.X509Certificates;
using InfoSharing.V1;
using Contract = InfoSharing.V1.DirectoryContent;
using Kind = InfoSharing.V1.Transfer.Types.Kind;

namespace InfoSharing.Directories;

/// <summary>A directory that was verified, ready to be asked. It does not change; a newer file makes a new one.</summary>
public sealed class AgencyDirectory
{
    private readonly Contract _contract;
    private readonly FrozenDictionary<string, Entry> _entries;

    /// <summary>Makes one of a contract in which <see cref="DirectoryFaults"/> found nothing.</summary>
    internal AgencyDirectory(Contract contract)
    {
        _contract = contract;
        _entries = contract.Agencies.ToFrozenDictionary(
            agency => agency.Id,
            agency => new Entry(agency, [.. agency.Signing.Select(DirectoryKey.Read).OfType<DirectoryKey>()], [.. agency.Sealing.Select(DirectoryKey.Read).OfType<DirectoryKey>()]));
    }

    /// <summary>The file's number.</summary>
    public ulong Number => _contract.Number;

    /// <summary>True for a directory of made-up authorities.</summary>
    public bool IsDevelopment => _contract.Development;

    /// <summary>The agencies, in the file's order.</summary>
    public IReadOnlyList<DirectoryAgency> Agencies => _contract.Agencies;

    /// <summary>The settings as they were signed, layer by layer, in the file's order.</summary>
    public IReadOnlyList<DirectorySettings> Settings => _contract.Settings;

    /// <summary>True once the file has expired: hand-overs stop, notifications go.</summary>
    public bool HasExpired(DateTimeOffset at) => at >= _contract.ExpiresAt.ToDateTimeOffset();

    /// <summary>True where both say the same, whoever signed them.</summary>
    public bool Equivalent(AgencyDirectory? other) => other is not null && _contract.Equals(other._contract);

    /// <summary>The agency of an id; null where there is none.</summary>
    public DirectoryAgency? Find(string agency) => _entries.GetValueOrDefault(agency)?.Agency;

    /// <summary>The certificates with which an agency may have signed at an instant; several while keys rotate.</summary>
    public IReadOnlyList<X509Certificate2> SigningOf(string agency, DateTimeOffset at) => [.. InUse(_entries.GetValueOrDefault(agency)?.Signing, at)];

    /// <summary>The certificate to seal with for an agency at an instant: of those in use the one that lasts longest; null where there is none.</summary>
    public X509Certificate2? SealingOf(string agency, DateTimeOffset at) => InUse(_entries.GetValueOrDefault(agency)?.Sealing, at).FirstOrDefault();

    /// <summary>True where an agreement lets one agency hand over to another. Agreements gate hand-overs, never a notification.</summary>
    public bool AllowsHandOver(string from, string to, Kind kind, DateTimeOffset at) =>
        !HasExpired(at) && _contract.Agreements.Any(agreement =>
            agreement.From == from && agreement.To == to
            && (agreement.Kinds.Count == 0 || agreement.Kinds.Contains(kind))
            && at >= agreement.NotBefore.ToDateTimeOffset() && at < agreement.ExpiresAt.ToDateTimeOffset()
            && (agreement.RevokedAt is null || at < agreement.RevokedAt.ToDateTimeOffset()));

    /// <summary>The settings that hold for an agency: everybody's, then its area's, then its own; what is said more narrowly replaces what is said more widely.</summary>
    public Settings SettingsOf(string agency)
    {
        var area = Find(agency)?.AreaGss ?? "";
        var everybodys = _contract.Settings.Where(one => one.Agency.Length == 0 && one.AreaGss.Length == 0);
        var areas = _contract.Settings.Where(one => one.Agency.Length == 0 && one.AreaGss.Length > 0 && one.AreaGss == area);
        var own = _contract.Settings.Where(one => one.Agency.Length > 0 && one.Agency == agency);
        return SettingsLayers.Merge([.. everybodys, .. areas, .. own]);
    }

    private static IEnumerable<X509Certificate2> InUse(DirectoryKey[]? keys, DateTimeOffset at) =>
        (keys ?? []).Where(key => at >= key.From && at < key.Until).OrderByDescending(key => key.Until).Select(key => key.Certificate);

    private sealed record Entry(DirectoryAgency Agency, DirectoryKey[] Signing, DirectoryKey[] Sealing);
}
