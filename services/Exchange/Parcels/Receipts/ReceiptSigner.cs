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
    internal static void Sign(Receipt receipt, X509Certificate2 signing)
    {
        using var key = signing.GetECDsaPrivateKey() ?? throw new ArgumentException("Receipts are signed with an ECDSA key.", nameof(signing));
        receipt.Signature = ByteString.CopyFrom(key.SignData(Content(receipt), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    /// <summary>True where one of the certificates signed it.</summary>
    internal static bool IsSignedBy(Receipt receipt, IReadOnlyList<X509Certificate2> certificates)
    {
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

    private static byte[] Content(Receipt receipt)
    {
        var bare = receipt.Clone();
        bare.Signature = ByteString.Empty;
        return bare.ToByteArray();
    }
}
