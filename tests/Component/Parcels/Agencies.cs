using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Tests.Component.Parcels;

[assembly: AssemblyFixture(typeof(Agencies))]

namespace InfoSharing.Tests.Component.Parcels;

/// <summary>Three agencies with keys of their own, made once: RSA-3072 takes its time.</summary>
public sealed class Agencies
{
    internal AgencyKeys Leeds { get; } = Keys("leeds-social-care");
    internal AgencyKeys Sandwell { get; } = Keys("sandwell-social-care");
    internal AgencyKeys Police { get; } = Keys("leeds-police");

    internal IReadOnlyList<AgencyKeys> All => [Leeds, Sandwell, Police];

    internal static AgencyKeys Keys(string agency)
    {
        using var signing = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var sealing = RSA.Create(3072);
        var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var name = new X500DistinguishedName($"CN={agency}");
        var signer = new CertificateRequest(name, signing, HashAlgorithmName.SHA256);
        signer.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(signer.PublicKey, critical: false));
        var recipient = new CertificateRequest(name, sealing, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        recipient.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(recipient.PublicKey, critical: false));
        return new(agency, signer.CreateSelfSigned(from, from.AddYears(2)), recipient.CreateSelfSigned(from, from.AddYears(2)));
    }
}

/// <summary>A directory of those agencies.</summary>
internal sealed class PartnerKeys(IEnumerable<AgencyKeys> agencies) : IPartnerKeys
{
    private readonly Dictionary<string, AgencyKeys> _agencies = agencies.ToDictionary(keys => keys.Agency);

    public IReadOnlyCollection<string> Agencies => _agencies.Keys;

    public IReadOnlyList<X509Certificate2> SigningOf(string agency, DateTimeOffset at) =>
        _agencies.TryGetValue(agency, out var keys) ? [keys.Signing] : [];

    public X509Certificate2? SealingOf(string agency, DateTimeOffset at) => _agencies.GetValueOrDefault(agency)?.Sealing;
}
