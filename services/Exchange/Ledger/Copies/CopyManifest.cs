using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace InfoSharing.Exchange.Ledger.Copies;

/// <summary>What a copy of a ledger says of itself, signed by its agency. It holds no word of a case, and no key.</summary>
/// <param name="Format">1.</param>
/// <param name="Agency">Whose ledger it is.</param>
/// <param name="Engine">What keeps it: "sqlite", "postgres".</param>
/// <param name="CopiedAt">When the copy was made.</param>
/// <param name="Position">The chain's last position in it.</param>
/// <param name="Head">The chain's head there, as hex.</param>
/// <param name="Migration">The last migration that was run on it.</param>
/// <param name="Program">The version of the program that made it.</param>
/// <param name="Bytes">How many bytes the copy has.</param>
/// <param name="Sha256">SHA-256 of the copy, as hex.</param>
internal sealed record CopyManifest(int Format, string Agency, string Engine, DateTimeOffset CopiedAt, ulong Position, string Head, int Migration, string Program, long Bytes, string Sha256)
{
    /// <summary>The copy itself, in the copy's folder.</summary>
    internal const string Content = "ledger.copy";

    /// <summary>This, as JSON.</summary>
    internal const string File = "manifest.json";

    /// <summary>The signature over those bytes: ECDSA P-256 with SHA-256, DER. <c>openssl dgst -sha256 -verify signing.pub -signature manifest.sig manifest.json</c>.</summary>
    internal const string Signature = "manifest.sig";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes it beside its copy, with its signature.</summary>
    internal void Write(string folder, X509Certificate2 signing)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(this, Json);
        using var key = signing.GetECDsaPrivateKey() ?? throw new ArgumentException("Copies are signed with an ECDSA key.", nameof(signing));
        System.IO.File.WriteAllBytes(Path.Combine(folder, Signature), key.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        System.IO.File.WriteAllBytes(Path.Combine(folder, File), bytes); // last: a copy without it was never finished
    }

    /// <summary>Reads that of a copy, and holds it to its signature.</summary>
    /// <exception cref="CopyException">There is none, or none of the agency's.</exception>
    internal static CopyManifest Read(string folder, string agency, IEnumerable<X509Certificate2> signing)
    {
        var (file, signature) = (Path.Combine(folder, File), Path.Combine(folder, Signature));
        if (!System.IO.File.Exists(file) || !System.IO.File.Exists(signature) || !System.IO.File.Exists(Path.Combine(folder, Content)))
            throw new CopyException($"{folder} holds no whole copy of a ledger: it has {Content}, {File} and {Signature}, or its making was broken off. Give the folder that 'backup' named.");
        var bytes = System.IO.File.ReadAllBytes(file);
        CopyManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<CopyManifest>(bytes, Json);
        }
        catch (JsonException)
        {
            manifest = null;
        }
        if (manifest is not { Format: 1, Agency: not null, Head: not null, Sha256: not null, Engine: not null }) throw new CopyException($"{file} is not what 'backup' writes, or a newer program wrote it. Restore it with the program that made it, or take another copy.");
        if (manifest.Agency != agency) throw new CopyException($"The copy in {folder} is of {manifest.Agency}'s ledger, and this is {agency}: take the copy of the agency that is to be restored.");
        var signed = System.IO.File.ReadAllBytes(signature);
        if (!signing.Any(certificate => IsSignedBy(certificate, bytes, signed)))
            throw new CopyException($"The copy in {folder} was changed, or another key than {agency}'s signed it: take another copy. Where the signing key was replaced since, name the old certificate with --signed-by.");
        return manifest;
    }

    private static bool IsSignedBy(X509Certificate2 certificate, byte[] bytes, byte[] signature)
    {
        using var key = certificate.GetECDsaPublicKey();
        return key?.VerifyData(bytes, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence) == true;
    }
}
