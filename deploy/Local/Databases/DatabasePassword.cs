using System.Security.Cryptography;
using System.Text;
using InfoSharing.Exchange.Development;

namespace InfoSharing.Local.Databases;

/// <summary>A password on a PostgreSQL, in a file for its owner alone. The server is given what verifies it (SCRAM-SHA-256, RFC 5803); the password never travels, not even there.</summary>
/// <param name="file">The file.</param>
internal sealed class DatabasePassword(string file)
{
    private const int SaltBytes = 16;
    private const int Rounds = 4096; // as the server itself makes it

    /// <summary>What verifies the password, which is made where there is none.</summary>
    internal string Verifier()
    {
        if (!File.Exists(file)) PrivateFiles.Write(file, Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(48, lowercase: true)));
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var salted = Rfc2898DeriveBytes.Pbkdf2(File.ReadAllText(file).Trim(), salt, Rounds, HashAlgorithmName.SHA256, SHA256.HashSizeInBytes);
        var stored = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        var server = HMACSHA256.HashData(salted, "Server Key"u8);
        return $"SCRAM-SHA-256${Rounds}:{Convert.ToBase64String(salt)}${Convert.ToBase64String(stored)}:{Convert.ToBase64String(server)}";
    }
}
