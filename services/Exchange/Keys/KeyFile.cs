using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InfoSharing.Exchange.Keys;

/// <summary>Reads a certificate with its private key from a PEM file, and says what is wrong with one.</summary>
internal static class KeyFile
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
    private const string P256 = "1.2.840.10045.3.1.7";
    private const int RsaBits = 3072;

    /// <summary>The key of a file in which nothing was found wrong.</summary>
    internal static X509Certificate2 Read(string file) => X509Certificate2.CreateFromPemFile(file);

    /// <summary>What is wrong with a file, with its cure; null where nothing is.</summary>
    /// <param name="setting">The setting that names it: "Keys:SigningFile".</param>
    /// <param name="file">The file.</param>
    /// <param name="signs">True for a signing key, false for a sealing key.</param>
    internal static string? FaultOf(string setting, string file, bool signs)
    {
        if (file.Length == 0) return $"{setting} is blank: name the PEM file with the agency's {(signs ? "signing" : "sealing")} certificate and key.";
        if (!File.Exists(file)) return $"{setting} names {file}, which does not exist.";
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != UnixFileMode.None) return $"{setting} names {file}, which others than its owner may read: set its mode to 0600.";
        try
        {
            using var certificate = Read(file);
            return Fits(certificate, signs) ? null : $"{setting} names {file}, whose key is of the wrong kind: agencies sign with ECDSA P-256 and are sealed to with RSA of {RsaBits} bits.";
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return $"{setting} names {file}, which does not hold a certificate with its private key as PEM.";
        }
    }

    private static bool Fits(X509Certificate2 certificate, bool signs)
    {
        if (signs)
        {
            using var signing = certificate.GetECDsaPrivateKey();
            return signing?.ExportParameters(includePrivateParameters: false).Curve.Oid?.Value == P256;
        }
        using var sealing = certificate.GetRSAPrivateKey();
        return sealing?.KeySize >= RsaBits;
    }
}
