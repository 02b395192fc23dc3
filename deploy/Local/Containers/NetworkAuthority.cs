using System.Security.Cryptography.X509Certificates;
using System.Text;
using InfoSharing.Exchange.Development;
using InfoSharing.Exchange.Keys.Making;

namespace InfoSharing.Local.Containers;

/// <summary>
/// The made-up authority by which containers of one machine know each other on the network: it issues the certificates of agencies, broker and database. They hold for a year,
/// and are replaced when a month or less of it is left.
/// </summary>
internal sealed class NetworkAuthority
{
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
        if (!File.Exists(file)) PrivateFiles.Write(file, Encoding.ASCII.GetBytes(KeyMaking.SelfSigned(KeyUse.Authority, "InfoSharing development network", now, Lasts)));
        return new(X509Certificate2.CreateFromPemFile(file), now);
    }

    /// <summary>Sees that a folder holds a certificate for a server and its key, tls.crt and tls.key.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="hosts">What the server is called by those who connect to it, its own name first.</param>
    internal void Issue(string folder, params string[] hosts)
    {
        var (certificate, key) = (Path.Combine(folder, "tls.crt"), Path.Combine(folder, "tls.key"));
        if (File.Exists(certificate) && File.Exists(key) && Holds(certificate)) return;
        var made = KeyMaking.Request(hosts[0], hosts);
        PrivateFiles.Write(key, Encoding.ASCII.GetBytes(made.Key));
        PrivateFiles.Write(certificate, Encoding.ASCII.GetBytes(KeyMaking.Issue(made.Request, _authority, _now, CertificatesLast)));
    }

    private bool Holds(string file)
    {
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(file);
        using var chain = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, VerificationTime = _now.UtcDateTime } };
        chain.ChainPolicy.CustomTrustStore.Add(_authority);
        return chain.Build(certificate) && new DateTimeOffset(certificate.NotAfter) - _now > RenewedBefore;
    }
}
