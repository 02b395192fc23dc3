using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using InfoSharing.V1;

namespace InfoSharing.Client.Proofs;

/// <summary>
/// Whether a receipt proves, by itself, that its recipient stored one message's exact bytes: signed by the recipient (ECDSA P-256 with
/// SHA-256, DER) over the receipt without its signature, which names the message, its recipient and the SHA-256 of its bytes.
/// </summary>
/// <param name="Holds">True where it does.</param>
/// <param name="Because">Where it does not, why: one sentence.</param>
/// <param name="Certificate">Where it does, the certificate whose key signed, DER.</param>
public sealed record ReceiptCheck(bool Holds, string Because, ReadOnlyMemory<byte> Certificate)
{
    /// <summary>Checks a proof. Never throws on what the proof holds.</summary>
    public static ReceiptCheck Of(ProofOfReceipt proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (proof.Receipt is not { } receipt) return No("There is no receipt in it.");
        if (Bare(receipt) != proof.Signed) return No("The signed bytes are not those of the receipt.");
        if (!SHA256.HashData(proof.Message.Span).AsSpan().SequenceEqual(receipt.Sha256.Span)) return No("The receipt is for other bytes than these.");
        if (!Fits(proof.Message, receipt)) return No("The receipt names another message or another recipient.");
        return proof.Certificates.FirstOrDefault(certificate => IsSignedWith(certificate, proof)) is { } signer
            ? new(true, "", signer.Memory)
            : No("None of the recipient's certificates signed it.");
    }

    private static ReceiptCheck No(string because) => new(false, because, default);

    private static ByteString Bare(Receipt receipt) => new Receipt(receipt) { Signature = ByteString.Empty }.ToByteString();

    private static bool Fits(ByteString bytes, Receipt receipt)
    {
        try
        {
            var message = Message.Parser.ParseFrom(bytes);
            return message.Id == receipt.MessageId && message.Recipient == receipt.Recipient;
        }
        catch (InvalidProtocolBufferException)
        {
            return false; // a receipt for bytes that are no message
        }
    }

    private static bool IsSignedWith(ByteString certificate, ProofOfReceipt proof)
    {
        try
        {
            using var read = X509CertificateLoader.LoadCertificate(certificate.Span);
            using var key = read.GetECDsaPublicKey();
            return key?.VerifyData(proof.Signed.Span, proof.Receipt.Signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence) == true;
        }
        catch (CryptographicException)
        {
            return false; // no certificate at all
        }
    }
}
