using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using InfoSharing.V1;

namespace InfoSharing.Directories;

/// <summary>An agency's key as the directory gives it, in use where both the directory and the certificate say so.</summary>
internal sealed record DirectoryKey(X509Certificate2 Certificate, DateTimeOffset From, DateTimeOffset Until)
{
    private const string P256 = "1.2.840.10045.3.1.7";
    private const int RsaBits = 3072;

    /// <summary>What tells one key from another, whatever certificates it stands in.</summary>
    internal string PublicKey => Convert.ToHexString(Certificate.PublicKey.ExportSubjectPublicKeyInfo());

    /// <summary>True for an ECDSA P-256 key.</summary>
    internal bool CanSign
    {
        get
        {
            using var key = Certificate.GetECDsaPublicKey();
            return key?.ExportParameters(includePrivateParameters: false).Curve.Oid?.Value == P256;
        }
    }

    /// <summary>True for an RSA key of 3072 bits or more.</summary>
    internal bool CanSeal
    {
        get
        {
            using var key = Certificate.GetRSAPublicKey();
            return key?.KeySize >= RsaBits;
        }
    }

    /// <summary>Reads a key; null where its certificate cannot be read. Its times were looked at before.</summary>
    internal static DirectoryKey? Read(DirectoryAgency.Types.Key key)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadCertificate(key.Certificate.Span);
            var (from, until) = (key.NotBefore.ToDateTimeOffset(), key.NotAfter.ToDateTimeOffset());
            var (earliest, latest) = (new DateTimeOffset(certificate.NotBefore), new DateTimeOffset(certificate.NotAfter));
            return new(certificate, from > earliest ? from : earliest, until < latest ? until : latest);
        }
        catch (CryptographicException)
        {
            return null; // no certificate: DirectoryFaults says so in words
        }
    }
}
