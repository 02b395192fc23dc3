namespace InfoSharing.Exchange.Keys.Making;

/// <summary>What a key is for.</summary>
public enum KeyUse
{
    /// <summary>An officer's: signs the directory. ECDSA P-256.</summary>
    Officer = 1,

    /// <summary>An agency's: signs parcels and receipts. ECDSA P-256.</summary>
    Signing = 2,

    /// <summary>An agency's: parcels are sealed to it. RSA of 3072 bits.</summary>
    Sealing = 3,

    /// <summary>An authority's: issues certificates for TLS. ECDSA P-384.</summary>
    Authority = 4,

    /// <summary>A service's or caller's, for TLS both ways: issued by an authority. ECDSA P-256.</summary>
    Tls = 5,

    /// <summary>An agency's: wraps the keys of its ledger. 32 bytes, no certificate.</summary>
    Storage = 6,
}
