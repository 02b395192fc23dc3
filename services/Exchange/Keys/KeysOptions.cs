namespace InfoSharing.Exchange.Keys;

/// <summary>Where the agency's own keys are. Section "Keys". Each file is PEM, a certificate with its private key, readable by its owner alone.</summary>
internal sealed class KeysOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Keys";

    /// <summary>The key that signs parcels and receipts: ECDSA P-256. No default.</summary>
    public string SigningFile { get; set; } = "";

    /// <summary>The key to which parcels for the agency are sealed: RSA, 3072 bits or more. No default.</summary>
    public string SealingFile { get; set; } = "";

    /// <summary>Sealing keys that were replaced: parcels sealed to them may be on their way for 30 days.</summary>
    public IReadOnlyList<string> RetiredSealingFiles { get; set; } = [];
}
