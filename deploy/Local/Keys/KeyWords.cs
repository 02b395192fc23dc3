using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf.WellKnownTypes;

namespace InfoSharing.Local.Keys;

/// <summary>What people compare of a key, and are told of it.</summary>
internal static class KeyWords
{
    /// <summary>SHA-256 of the certificate, as <c>openssl x509 -fingerprint -sha256</c> writes it.</summary>
    internal static string FingerprintOf(X509Certificate2 certificate) => string.Join(':', certificate.GetCertHash(HashAlgorithmName.SHA256).Select(one => one.ToString("X2", CultureInfo.InvariantCulture)));

    /// <summary>True where somebody typed that fingerprint, or its beginning of eight bytes at least.</summary>
    internal static bool Matches(string typed, X509Certificate2 certificate)
    {
        var digits = typed.Replace(":", "", StringComparison.Ordinal).ToUpperInvariant();
        return digits.Length >= 16 && FingerprintOf(certificate).Replace(":", "", StringComparison.Ordinal).StartsWith(digits, StringComparison.Ordinal);
    }

    /// <summary>What it is for, as far as a certificate says.</summary>
    internal static string UseOf(X509Certificate2 certificate)
    {
        if (certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(one => one.CertificateAuthority)) return "issues certificates (an authority)";
        if (certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any()) return "TLS";
        return SignsOf(certificate) switch { true => "signs", false => "is sealed to", null => "neither signs nor is sealed to: its kind is none of ours" };
    }

    /// <summary>True for a signing key (ECDSA P-256), false for a sealing key (RSA of 3072 bits or more), null for another.</summary>
    internal static bool? SignsOf(X509Certificate2 certificate)
    {
        using var signing = certificate.GetECDsaPublicKey();
        if (signing?.KeySize == 256) return true;
        using var sealing = certificate.GetRSAPublicKey();
        return sealing?.KeySize >= 3072 ? false : null;
    }

    /// <summary>The key's kind.</summary>
    internal static string KindOf(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        using var ecdsa = certificate.GetECDsaPublicKey();
        return rsa is not null ? $"RSA {rsa.KeySize}" : ecdsa is not null ? $"ECDSA P-{ecdsa.KeySize}" : certificate.PublicKey.Oid.FriendlyName ?? "?";
    }

    internal static string NameOf(X509Certificate2 certificate) => certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    internal static string Day(DateTimeOffset at) => at.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day of a directory, of which a draft may not have said one yet.</summary>
    internal static string Day(Timestamp? at) => at is null ? "a day that is not said" : Day(at.ToDateTimeOffset());

    internal static string Day(DateTime at) => Day(new DateTimeOffset(at));
}
