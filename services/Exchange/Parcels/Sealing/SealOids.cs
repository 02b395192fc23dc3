using System.Security.Cryptography;

namespace InfoSharing.Exchange.Parcels.Sealing;

/// <summary>
/// Object identifiers of the algorithms and of our own signed attributes. Ours are UUID-derived (ITU-T X.667, arc 2.25; 6f1c0d52-7f0e-4a53-9c5e-2f6a1d3b8e47), which needs
/// no registration; each attribute's value is one DER UTF8String or OCTET STRING.
/// </summary>
internal static class SealOids
{
    internal const string Sha256 = "2.16.840.1.101.3.4.2.1";
    internal const string Aes256Cbc = "2.16.840.1.101.3.4.1.42";
    internal const string RsaOaep = "1.2.840.113549.1.1.7";
    internal const string Data = "1.2.840.113549.1.7.1";
    internal const string EnvelopedData = "1.2.840.113549.1.7.3";

    internal const string EcdsaSha256 = "1.2.840.10045.4.3.2";
    internal const string Mgf1 = "1.2.840.113549.1.1.8";

    private const string Arc = "2.25.147689962051520682913565046031869775431";

    /// <summary>CMS's own attribute: the type of the content (RFC 5652, 11.1).</summary>
    internal static Oid ContentType { get; } = new("1.2.840.113549.1.9.3");

    /// <summary>The sender's agency id, UTF8String.</summary>
    internal static Oid Sender { get; } = new(Arc + ".1");

    /// <summary>The recipient's agency id, UTF8String.</summary>
    internal static Oid Recipient { get; } = new(Arc + ".2");

    /// <summary>The parcel's id, UTF8String.</summary>
    internal static Oid ParcelId { get; } = new(Arc + ".3");

    /// <summary>When it was made, ISO 8601 in UTC, UTF8String.</summary>
    internal static Oid MadeAt { get; } = new(Arc + ".4");

    /// <summary>The Merkle root of its messages, OCTET STRING. Inside only.</summary>
    internal static Oid MerkleRoot { get; } = new(Arc + ".5");

    /// <summary>The head of the sender's chain (<see cref="SignedHead"/>), OCTET STRING. Inside only: how much an agency writes is nobody's business on the way.</summary>
    internal static Oid Head { get; } = new(Arc + ".6");
}
