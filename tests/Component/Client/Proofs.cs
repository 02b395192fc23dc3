using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Client;

/// <summary>A receipt and all that proves it, signed with a key of its own.</summary>
internal static class Proofs
{
    internal const string MessageId = "019a9c64-7d20-7b31-8e55-4f0c2a6d9b18";

    internal static ProofOfReceipt One()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=sandwell-social-care", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var message = new Message { Id = MessageId, Sender = "leeds-social-care", Recipient = "sandwell-social-care" }.ToByteString();
        var receipt = new Receipt
        {
            MessageId = MessageId,
            Recipient = "sandwell-social-care",
            Sha256 = ByteString.CopyFrom(SHA256.HashData(message.Span)),
            StoredAt = Timestamp.FromDateTimeOffset(new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero)),
        };
        var signed = receipt.ToByteString();
        receipt.Signature = ByteString.CopyFrom(key.SignData(signed.Span, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        return new() { Message = message, Receipt = receipt, Signed = signed, Certificates = { ByteString.CopyFromUtf8("no certificate"), ByteString.CopyFrom(certificate.RawData) } };
    }
}
