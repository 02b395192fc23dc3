using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using InfoSharing.V1;

namespace InfoSharing.Client.Proofs;

/// <summary>
/// Whether a certificate proves, by itself, that an agency destroyed the key of a case: signed by the agency (ECDSA P-256 with SHA-256, DER) over
/// "InfoSharing.Destruction.1" and the certificate's bytes without its signature.
/// </summary>
/// <param name="Holds">True where it does.</param>
/// <param name="Because">Where it does not, why: one sentence.</param>
/// <param name="Certificate">Where it does, the X.509 certificate whose key signed, DER.</param>
public sealed record DestructionCheck(bool Holds, string Because, ReadOnlyMemory<byte> Certificate)
{
    /// <summary>Checks a certificate. Never throws on what it holds.</summary>
    public static DestructionCheck Of(GetCustodyReply.Types.Proven proven)
    {
        ArgumentNullException.ThrowIfNull(proven);
        if (proven.Certificate is not { } certificate) return No("There is no certificate in it.");
        byte[] signed = [.. "InfoSharing.Destruction.1"u8, .. new DestructionCertificate(certificate) { Signature = ByteString.Empty }.ToByteArray()];
        if (!signed.AsSpan().SequenceEqual(proven.Signed.Span)) return No("The signed bytes are not those of the certificate.");
        return proven.Certificates.FirstOrDefault(one => IsSignedWith(one, certificate, signed)) is { } signer
            ? new(true, "", signer.Memory)
            : No("None of the agency's certificates signed it.");
    }

    private static DestructionCheck No(string because) => new(false, because, default);

    private static bool IsSignedWith(ByteString bytes, DestructionCertificate certificate, byte[] signed)
    {
        try
        {
            using var read = X509CertificateLoader.LoadCertificate(bytes.Span);
            using var key = read.GetECDsaPublicKey();
            return key?.VerifyData(signed, certificate.Signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence) == true;
        }
        catch (CryptographicException)
        {
            return false; // no certificate at all
        }
    }
}
