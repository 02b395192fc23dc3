using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.V1;
using Contract = InfoSharing.V1.DirectoryContent;
using Kind = InfoSharing.V1.Transfer.Types.Kind;

namespace InfoSharing.Directories;

/// <summary>A directory that was verified, ready to be asked. It does not change; a newer file makes a new one.</summary>
public sealed class AgencyDirectory
{
    private readonly Contract _contract;
    private readonly FrozenDictionary<string, DirectoryAgency> _agencies;
    private readonly FrozenDictionary<DirectoryAgency.Types.Key, X509Certificate2> _certificates;

    internal AgencyDirectory(Contract contract)
    {
        _contract = contract;
        _agencies = contract.Agencies.ToFrozenDictionary(agency => agency.Id);
        _certificates = contract.Agencies.SelectMany(agency => agency.Signing.Concat(agency.Sealing))
            .DistinctBy(key => key).Select(key => (Key: key, Certificate: Load(key))).Where(one => one.Certificate is not null)
            .ToFrozenDictionary(one => one.Key, one => one.Certificate!);
    }

    /// <summary>The file's number.</summary>
    public ulong Number => _contract.Number;

    /// <summary>True for a directory of made-up authorities.</summary>
    public bool IsDevelopment => _contract.Development;

    /// <summary>The agencies, in the file's order.</summary>
    public IReadOnlyList<DirectoryAgency> Agencies => _contract.Agencies;

    /// <summary>True once the file has expired: hand-overs stop, notifications go.</summary>
    public bool HasExpired(DateTimeOffset at) => at >= _contract.ExpiresAt.ToDateTimeOffset();

    /// <summary>The agency of an id; null where there is none.</summary>
    public DirectoryAgency? Find(string agency) => _agencies.GetValueOrDefault(agency);

    /// <summary>The certificates with which an agency may have signed at an instant; several while keys rotate.</summary>
    public IReadOnlyList<X509Certificate2> SigningOf(string agency, DateTimeOffset at) => [.. InUse(Find(agency)?.Signing, at)];

    /// <summary>The certificate to seal with for an agency at an instant: of those in use the one that lasts longest; null where there is none.</summary>
    public X509Certificate2? SealingOf(string agency, DateTimeOffset at) => InUse(Find(agency)?.Sealing, at).FirstOrDefault();

    /// <summary>True where an agreement lets one agency hand over to another. Agreements gate hand-overs, never a notification.</summary>
    public bool AllowsHandOver(string from, string to, Kind kind, DateTimeOffset at) =>
        !HasExpired(at) && _contract.Agreements.Any(agreement =>
            agreement.From == from && agreement.To == to
            && (agreement.Kinds.Count == 0 || agreement.Kinds.Contains(kind))
            && Holds(agreement.NotBefore, agreement.ExpiresAt, at)
            && (agreement.RevokedAt is null || at < agreement.RevokedAt.ToDateTimeOffset()));

    /// <summary>The settings that hold for an agency: everybody's, then its area's, then its own, later ones adding to and overruling earlier ones.</summary>
    public Settings SettingsOf(string agency)
    {
        var area = Find(agency)?.AreaGss ?? "";
        var settings = new Settings();
        foreach (var one in _contract.Settings.Where(one => one.Agency.Length == 0 && one.AreaGss.Length == 0)) settings.MergeFrom(one.Settings);
        foreach (var one in _contract.Settings.Where(one => one.Agency.Length == 0 && one.AreaGss.Length > 0 && one.AreaGss == area)) settings.MergeFrom(one.Settings);
        foreach (var one in _contract.Settings.Where(one => one.Agency.Length > 0 && one.Agency == agency)) settings.MergeFrom(one.Settings);
        return settings;
    }

    private IEnumerable<X509Certificate2> InUse(IEnumerable<DirectoryAgency.Types.Key>? keys, DateTimeOffset at) =>
        (keys ?? []).Where(key => Holds(key.NotBefore, key.NotAfter, at) && _certificates.ContainsKey(key))
            .OrderByDescending(key => key.NotAfter.Seconds).Select(key => _certificates[key]);

    private static bool Holds(Timestamp? from, Timestamp? until, DateTimeOffset at) =>
        from is not null && until is not null && at >= from.ToDateTimeOffset() && at < until.ToDateTimeOffset();

    private static X509Certificate2? Load(DirectoryAgency.Types.Key key)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(key.Certificate.Span);
        }
        catch (CryptographicException)
        {
            return null; // an unreadable certificate is no key: the agency then has one fewer
        }
    }
}
