using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using InfoSharing.Exchange.Hosting;

namespace InfoSharing.Exchange.Development;

/// <summary>Keys with their certificates, each pair one PEM file. They hold for a year, and are replaced when a month or less of it is left.</summary>
internal static class DevelopmentKeys
{
    internal static readonly TimeSpan Lasts = TimeSpan.FromDays(365);
    internal static readonly TimeSpan RenewedBefore = TimeSpan.FromDays(30);

    /// <summary>True where the file is missing or its certificate ends soon.</summary>
    internal static bool IsDue(string file, DateTimeOffset now)
    {
        if (!File.Exists(file)) return true;
        using var certificate = Read(file);
        return new DateTimeOffset(certificate.NotAfter) - now <= RenewedBefore;
    }

    /// <summary>Makes a key in place of one that is due; that one is kept as retired, for what was signed by it or sealed to it.</summary>
    internal static void Renew(string file, string subject, bool sealing, DateTimeOffset now)
    {
        if (File.Exists(file))
        {
            using var old = Read(file);
            File.Move(file, Path.Combine(Path.GetDirectoryName(file)!, $"{RetiredStem(file)}{old.Thumbprint}.pem"), overwrite: true);
        }
        PrivateFiles.Write(file, Encoding.ASCII.GetBytes(sealing ? SealingKey(subject, now) : SigningKey(subject, now, Lasts)));
    }

    /// <summary>The files of keys that a file's key replaced.</summary>
    internal static IReadOnlyList<string> RetiredOf(string file) =>
        [.. Directory.EnumerateFiles(Path.GetDirectoryName(file)!, $"{RetiredStem(file)}*.pem").Order(StringComparer.Ordinal)];

    /// <summary>Reads a key with its certificate.</summary>
    /// <exception cref="CannotStartException">It is none.</exception>
    internal static X509Certificate2 Read(string file)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(file);
        }
        catch (CryptographicException broken)
        {
            throw new CannotStartException($"{file} does not hold a certificate with its key: put it back as it was, or delete it and another is made.", broken);
        }
    }

    /// <summary>An ECDSA P-256 key with a certificate of its own, as PEM.</summary>
    internal static string SigningKey(string subject, DateTimeOffset now, TimeSpan lasts)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Certified(new CertificateRequest($"CN={subject}", key, HashAlgorithmName.SHA256), key, now, lasts);
    }

    private static string SealingKey(string subject, DateTimeOffset now)
    {
        using var key = RSA.Create(3072);
        return Certified(new CertificateRequest($"CN={subject}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), key, now, Lasts);
    }

    private static string Certified(CertificateRequest request, AsymmetricAlgorithm key, DateTimeOffset now, TimeSpan lasts)
    {
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now + lasts); // a day back, for clocks that differ
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    private static string RetiredStem(string file) => $"retired-{Path.GetFileNameWithoutExtension(file)}-";
}
