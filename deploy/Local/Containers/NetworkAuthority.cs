using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using InfoSharing.Exchange.Development;

namespace InfoSharing.Local.Containers;

/// <summary>
/// The made-up authority by which containers of one machine know each other on the network: it issues the certificates of agencies, broker and database. They hold for a year,
/// and are replaced when a month or less of it is left.
/// </summary>
internal sealed class NetworkAuthority
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(3650);
    private static readonly TimeSpan CertificatesLast = TimeSpan.FromDays(365);
    private static readonly TimeSpan RenewedBefore = TimeSpan.FromDays(30);
    private readonly X509Certificate2 _authority;
    private readonly DateTimeOffset _now;

    private NetworkAuthority(X509Certificate2 authority, DateTimeOffset now) => (_authority, _now) = (authority, now);

    /// <summary>Its certificate, as PEM: what everybody trusts.</summary>
    internal byte[] Certificate => Encoding.ASCII.GetBytes(_authority.ExportCertificatePem() + "\n");

    /// <summary>Opens the authority of a folder, and makes it first where there is none.</summary>
    internal static NetworkAuthority Open(string folder, DateTimeOffset now)
    {
        PrivateFiles.MakeFolder(folder);
        var file = Path.Combine(folder, "network.pem");
        if (!File.Exists(file)) PrivateFiles.Write(file, Make(now));
        return new(X509Certificate2.CreateFromPemFile(file), now);
    }

    /// <summary>Sees that a folder holds a certificate for a server and its key, tls.crt and tls.key.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="names">What the server is called by those who connect to it.</param>
    /// <param name="onThisMachine">True where it is also called by the machine's own address.</param>
    internal void Issue(string folder, IReadOnlyList<string> names, bool onThisMachine)
    {
        var (certificate, key) = (Path.Combine(folder, "tls.crt"), Path.Combine(folder, "tls.key"));
        if (File.Exists(certificate) && File.Exists(key) && Holds(certificate)) return;
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names[0]}", made, HashAlgorithmName.SHA256);
        var called = new SubjectAlternativeNameBuilder();
        foreach (var name in names) called.AddDnsName(name);
        if (onThisMachine)
        {
            called.AddDnsName("localhost");
            called.AddIpAddress(IPAddress.Loopback);
        }
        request.CertificateExtensions.Add(called.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(ServerAuthentication)], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        using var issued = request.Create(_authority, _now.AddDays(-1), _now + CertificatesLast, RandomNumberGenerator.GetBytes(16));
        PrivateFiles.Write(key, Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem() + "\n"));
        PrivateFiles.Write(certificate, Encoding.ASCII.GetBytes(issued.ExportCertificatePem() + "\n"));
    }

    private bool Holds(string file)
    {
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(file);
        return certificate.IssuerName.RawData.AsSpan().SequenceEqual(_authority.SubjectName.RawData) && new DateTimeOffset(certificate.NotAfter) - _now > RenewedBefore;
    }

    private static byte[] Make(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=InfoSharing development network {RandomNumberGenerator.GetHexString(8)}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now + Lasts);
        return Encoding.ASCII.GetBytes($"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
    }
}
