using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using InfoSharing.Exchange.Hosting;

namespace InfoSharing.Local.Keys;

/// <summary>A file with a certificate and its key, and where its next one and its retired ones lie.</summary>
/// <param name="File">The file.</param>
internal sealed record KeyPair(string File)
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private string Stem => Path.GetFileNameWithoutExtension(File);

    private string Folder => Path.GetDirectoryName(Path.GetFullPath(File))!;

    /// <summary>The certificate alone, for others.</summary>
    internal string Certificate => CertificateOf(File);

    /// <summary>The key that is to come after this one.</summary>
    internal string Next => Path.Combine(Folder, $"{Stem}.next.pem");

    /// <summary>Where it lies once it is retired.</summary>
    internal string RetiredOf(X509Certificate2 certificate) => Path.Combine(Folder, $"retired-{Stem}-{certificate.Thumbprint}.pem");

    /// <summary>Where the certificate of a key's file lies.</summary>
    internal static string CertificateOf(string file) => Path.ChangeExtension(file, ".crt");

    /// <summary>Writes a key and, beside it, its certificate alone.</summary>
    internal static void Write(string file, string pem)
    {
        using var certificate = X509Certificate2.CreateFromPem(pem);
        if (System.IO.File.Exists(CertificateOf(file))) throw new CannotStartException($"{CertificateOf(file)} is there already, and nothing is written over it: give another name, or move that one away.");
        NewFile.WriteSecret(file, Encoding.ASCII.GetBytes(pem));
        NewFile.Write(CertificateOf(file), Encoding.ASCII.GetBytes(certificate.ExportCertificatePem() + "\n"));
    }

    /// <summary>Reads a certificate as a directory has it; null where it cannot be read.</summary>
    internal static X509Certificate2? Of(ReadOnlySpan<byte> certificate)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(certificate);
        }
        catch (CryptographicException)
        {
            return null; // 'directory check' says so in words
        }
    }

    /// <summary>Reads it, key and all.</summary>
    /// <exception cref="CannotStartException">It holds none, or others than its owner may read it.</exception>
    internal static X509Certificate2 Read(string file)
    {
        if (!OperatingSystem.IsWindows() && System.IO.File.Exists(file) && (System.IO.File.GetUnixFileMode(file) & Others) != UnixFileMode.None)
            throw new CannotStartException($"{file} may be read by others than its owner: set its mode to 0600, and think about whether it must be made anew.");
        try
        {
            return X509Certificate2.CreateFromPem(Encoding.ASCII.GetString(NewFile.Read(file)), Encoding.ASCII.GetString(NewFile.Read(file)));
        }
        catch (CryptographicException broken)
        {
            throw new CannotStartException($"{file} does not hold a certificate with its key as PEM.", broken);
        }
    }

    /// <summary>Reads a certificate, with or without its key.</summary>
    /// <exception cref="CannotStartException">It holds none.</exception>
    internal static X509Certificate2 ReadCertificate(string file)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(NewFile.Read(file));
        }
        catch (CryptographicException broken)
        {
            throw new CannotStartException($"{file} does not hold a certificate, as PEM or DER.", broken);
        }
    }
}
