using System.Security.Cryptography;
using System.Text;
using InfoSharing.Exchange.Development;

namespace InfoSharing.Local.Broker;

/// <summary>The agencies' passwords on the broker, each in a file for its owner alone. The broker is given hashes; a password never travels but from its agency.</summary>
/// <param name="fileOf">An agency's file.</param>
internal sealed class BrokerPasswords(Func<string, string> fileOf)
{
    private const int SaltBytes = 4; // as RabbitMQ's rabbit_password_hashing_sha256 has it

    /// <summary>An agency's file.</summary>
    internal string FileOf(string agency) => fileOf(agency);

    /// <summary>True where an agency's file holds the password of a hash.</summary>
    internal bool Fits(string agency, string? hash)
    {
        if (hash is null || !File.Exists(fileOf(agency))) return false;
        var theirs = new byte[SaltBytes + SHA256.HashSizeInBytes];
        return Convert.TryFromBase64String(hash, theirs, out var length) && length == theirs.Length
            && CryptographicOperations.FixedTimeEquals(theirs, Hash(theirs.AsSpan(0, SaltBytes), Read(agency)));
    }

    /// <summary>The hash of an agency's password, which is made where there is none.</summary>
    internal string HashOf(string agency)
    {
        var file = fileOf(agency);
        if (!File.Exists(file))
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
            if (!Directory.Exists(folder)) PrivateFiles.MakeFolder(folder);
            PrivateFiles.Write(file, Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(48, lowercase: true)));
        }
        return Convert.ToBase64String(Hash(RandomNumberGenerator.GetBytes(SaltBytes), Read(agency)));
    }

    private string Read(string agency) => File.ReadAllText(fileOf(agency)).Trim();

    private static byte[] Hash(ReadOnlySpan<byte> salt, string password)
    {
        byte[] salted = [.. salt, .. Encoding.UTF8.GetBytes(password)];
        return [.. salt, .. SHA256.HashData(salted)];
    }
}
