using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;
using Basis = InfoSharing.V1.DestructionCertificate.Types.Basis;

namespace InfoSharing.Exchange.Retention;

/// <summary>Makes the certificate of a destroyed key: ECDSA P-256 with SHA-256, DER, over its purpose and its own bytes without the signature. Verifiable alone.</summary>
internal sealed class Certificates(AgencyKeys us, IPartnerKeys partners)
{
    private static ReadOnlySpan<byte> Purpose => "InfoSharing.Destruction.1"u8;

    /// <summary>Makes it, inside the transaction that destroys the key.</summary>
    internal DestructionCertificate Make(ILedgerView view, Guid transferId, Basis basis, Who by)
    {
        var certificate = new DestructionCertificate
        {
            Id = Guid.CreateVersion7(view.Now).ToString("D"),
            TransferId = transferId.ToString("D"),
            Agency = us.Agency,
            Basis = basis,
            DestroyedAt = Timestamp.FromDateTimeOffset(view.Now),
            By = by,
            KeyFingerprint = ByteString.CopyFrom(view.KeyFingerprint(transferId) ?? []),
            Messages =
            {
                view.Messages(transferId).Select(one => new DestructionCertificate.Types.Gone { MessageId = one.Id.ToString("D"), Sender = one.Outgoing ? us.Agency : one.Partner, Sha256 = ByteString.CopyFrom(one.Sha256) }),
            },
        };
        using var key = us.Signing.GetECDsaPrivateKey() ?? throw new InvalidOperationException("The signing key is no ECDSA key.");
        certificate.Signature = ByteString.CopyFrom(key.SignData(Signed(certificate), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        return certificate;
    }

    /// <summary>True where this agency signed it, with the key of now or of then.</summary>
    internal bool IsOurs(DestructionCertificate certificate)
    {
        if (certificate.Agency != us.Agency || certificate.DestroyedAt is null) return false;
        var signed = Signed(certificate);
        foreach (var signing in partners.SigningOf(us.Agency, certificate.DestroyedAt.ToDateTimeOffset()).Append(us.Signing))
        {
            using var key = signing.GetECDsaPublicKey();
            if (key?.VerifyData(signed, certificate.Signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence) == true) return true;
        }
        return false;
    }

    /// <summary>What the signature is over.</summary>
    internal static byte[] Signed(DestructionCertificate certificate) => [.. Purpose, .. new DestructionCertificate(certificate) { Signature = ByteString.Empty }.ToByteArray()];
}
