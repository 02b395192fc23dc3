using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Parcels.Receipts;

/// <summary>
/// Signs and verifies receipts: ECDSA P-256 with SHA-256, DER, over the receipt's own bytes without its signature. A receipt is
/// verifiable alone, with the receiver's certificate and nothing else.
/// </summary>
internal static class ReceiptSigner
{
    /// <summary>Signs a receipt in place.</summary>
    /// <exception cref="ArgumentException">It lacks what a receipt names, or the certificate has no ECDSA key.</exception>
    internal static void Sign(Receipt receipt, X509Certificate2 signing)
    {
        if (!IsWhole(receipt)) throw new ArgumentException("A receipt names message, digest, recipient and time.", nameof(receipt));
        using var key = signing.GetECDsaPrivateKey() ?? throw new ArgumentException("Receipts are signed with an ECDSA key.", nameof(signing));
        receipt.Signature = ByteString.CopyFrom(key.SignData(Content(receipt), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    /// <summary>True where one of the certificates signed it.</summary>
    internal static bool IsSignedBy(Receipt receipt, IReadOnlyList<X509Certificate2> certificates)
    {
        if (!IsWhole(receipt)) return false;
        var content = Content(receipt);
        foreach (var certificate in certificates)
        {
            using var key = certificate.GetECDsaPublicKey();
            if (key?.VerifyData(content, receipt.Signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence) == true) return true;
        }
        return false;
    }

    /// <summary>SHA-256 of a message's exact bytes.</summary>
    internal static ByteString DigestOf(ReadOnlySpan<byte> message) => ByteString.CopyFrom(SHA256.HashData(message));

    // A whole receipt begins with its message's id, and signed attributes with their SET: no signature of the one is one of the other.
    private static bool IsWhole(Receipt receipt) =>
        receipt.MessageId.Length > 0 && receipt.Sha256.Length == SHA256.HashSizeInBytes && receipt.Recipient.Length > 0 && receipt.StoredAt is not null;

    /// <summary>What the signature is over: the receipt without it.</summary>
    internal static byte[] Content(Receipt receipt)
    {
        var bare = receipt.Clone();
        bare.Signature = ByteString.Empty;
        return bare.ToByteArray();
    }
}
