using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InfoSharing.Exchange.Hosting;

namespace InfoSharing.Exchange.Identity;

/// <summary>The file of an agency's tokens: <c>{"tokens":[{"sha256":"…","name":"…","role":"system","expires":"2027-11-02T10:00:00Z"}]}</c>.</summary>
internal static class TokensFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>What a token is known by.</summary>
    internal static string DigestOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>The tokens of a file.</summary>
    /// <exception cref="CannotStartException">It is not such a file. The message names every entry that does not hold, and no digest.</exception>
    internal static IReadOnlyList<KnownToken> Read(string file)
    {
        try
        {
            var tokens = JsonSerializer.Deserialize<Whole>(File.ReadAllBytes(file), Json)?.Tokens ?? [];
            var faults = tokens.SelectMany((token, index) => FaultsOf(token).Select(fault => $"entry {index + 1}: {fault}")).ToList();
            return faults.Count == 0 ? tokens : throw new CannotStartException($"{file} holds tokens that cannot be used: {string.Join("; ", faults)}.");
        }
        catch (Exception broken) when (broken is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"{file} cannot be read as a file of tokens ({broken.GetType().Name}): write it as services/Exchange/Identity/README.md shows.", broken);
        }
    }

    /// <summary>The file's bytes.</summary>
    internal static byte[] Form(IReadOnlyList<KnownToken> tokens) => JsonSerializer.SerializeToUtf8Bytes(new Whole(tokens), Json);

    private static IEnumerable<string> FaultsOf(KnownToken token)
    {
        if (token.Sha256.Length != 64 || !token.Sha256.All(char.IsAsciiHexDigitLower)) yield return "sha256 must be 64 lower-case hexadecimal digits";
        if (string.IsNullOrWhiteSpace(token.Name)) yield return "name is blank";
        if (!Roles.All.Contains(token.Role)) yield return $"role must be one of {string.Join(", ", Roles.All)}";
    }

    private sealed record Whole(IReadOnlyList<KnownToken> Tokens);
}
