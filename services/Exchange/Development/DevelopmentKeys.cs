using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using InfoSharing.Exchange.Hosting;
using InfoSharing.Exchange.Keys.Making;

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
        PrivateFiles.Write(file, Encoding.ASCII.GetBytes(KeyMaking.SelfSigned(sealing ? KeyUse.Sealing : KeyUse.Signing, subject, now, Lasts)));
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

    private static string RetiredStem(string file) => $"retired-{Path.GetFileNameWithoutExtension(file)}-";
}
