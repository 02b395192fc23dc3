using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Parcels.Sealing;

/// <summary>Opens what <see cref="Sealer"/> seals, and nothing that differs from it in any way.</summary>
internal sealed class Opener(AgencyKeys us, IPartnerKeys partners, TimeProvider clock)
{
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(30);
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    /// <summary>Opens a sealed parcel. Never throws on what a sender or the broker may have made of the bytes.</summary>
    internal Opened Open(byte[] sealedParcel)
    {
        if (Decode(sealedParcel, SealOids.EnvelopedData) is not { } outer) return Opened.Not(OpeningFault.NotASeal);
        if (SealLabel.ReadFrom(outer.SignerInfos[0]) is not { } label) return Opened.Not(OpeningFault.NoLabel);
        if (label.Recipient != us.Agency) return Opened.Not(OpeningFault.NotForUs);
        var signers = partners.SigningOf(label.Sender, label.MadeAt);
        if (signers.Count == 0) return Opened.Not(OpeningFault.UnknownSender);
        if (!IsSignedBy(outer, signers)) return Opened.Not(OpeningFault.OuterSignature);
        var now = clock.GetUtcNow();
        if (label.MadeAt < now - Oldest || label.MadeAt > now + Ahead) return Opened.Not(OpeningFault.NotItsTime);
        if (Decrypt(outer.ContentInfo.Content) is not { } content) return Opened.Not(OpeningFault.NotDecrypted);
        if (Decode(content, SealOids.Data) is not { } inner || !IsSignedBy(inner, signers)) return Opened.Not(OpeningFault.InnerSignature);
        if (Parse(inner.ContentInfo.Content) is not { } parcel) return Opened.Not(OpeningFault.NotAParcel);
        if (SealLabel.ReadFrom(inner.SignerInfos[0]) != label || SealLabel.Of(parcel) != label) return Opened.Not(OpeningFault.LabelsDiffer);
        var root = Sealer.RootOf(parcel);
        if (!parcel.MerkleRoot.Span.SequenceEqual(root) || !SignsRoot(inner.SignerInfos[0], root)) return Opened.Not(OpeningFault.NotAParcel);
        return new Opened(parcel, null, ProofOf(inner.SignerInfos[0]));
    }

    private static SignedCms? Decode(byte[] encoded, string contentType)
    {
        var signed = new SignedCms();
        try
        {
            // SignedCms.Decode takes trailing bytes without a word; the DER length says where it must end.
            if (!AsnDecoder.TryReadEncodedValue(encoded, AsnEncodingRules.BER, out _, out _, out _, out var length) || length != encoded.Length) return null;
            signed.Decode(encoded);
        }
        catch (Exception fault) when (fault is CryptographicException or AsnContentException)
        {
            return null; // not CMS at all: a value, for the caller's one outcome
        }
        var ours = signed.SignerInfos.Count == 1
            && signed.ContentInfo.ContentType.Value == contentType
            && signed.SignerInfos[0].DigestAlgorithm.Value == SealOids.Sha256;
        return ours ? signed : null;
    }

    private static bool IsSignedBy(SignedCms signed, IReadOnlyList<X509Certificate2> signers)
    {
        foreach (var certificate in signers)
        {
            try
            {
                signed.CheckSignature([certificate], verifySignatureOnly: true);
                return true;
            }
            catch (CryptographicException)
            {
                // Not this certificate's signature; while keys rotate there may be another.
            }
        }
        return false;
    }

    private byte[]? Decrypt(byte[] encoded)
    {
        var enveloped = new EnvelopedCms();
        try
        {
            if (!AsnDecoder.TryReadEncodedValue(encoded, AsnEncodingRules.BER, out _, out _, out _, out var length) || length != encoded.Length) return null;
            enveloped.Decode(encoded);
            if (enveloped.ContentEncryptionAlgorithm.Oid.Value != SealOids.Aes256Cbc
                || enveloped.RecipientInfos.Count != 1
                || enveloped.RecipientInfos[0].KeyEncryptionAlgorithm.Oid.Value != SealOids.RsaOaep) return null;
            using var key = us.Sealing.GetRSAPrivateKey()!;
            enveloped.Decrypt(enveloped.RecipientInfos[0], key);
            return enveloped.ContentInfo.Content;
        }
        catch (Exception fault) when (fault is CryptographicException or AsnContentException)
        {
            return null; // one outcome, whatever it was: CBC must not answer questions about padding
        }
    }

    private static Parcel? Parse(byte[] content)
    {
        try
        {
            return Parcel.Parser.ParseFrom(content);
        }
        catch (InvalidProtocolBufferException)
        {
            return null; // signed by its sender and still no parcel: quarantined as such
        }
    }

    private static bool SignsRoot(SignerInfo signer, byte[] root) =>
        SealLabel.ValueOf(signer, SealOids.MerkleRoot) is { } value
        && AsnDecoder.TryReadPrimitiveOctetString(value, AsnEncodingRules.DER, out var octets, out var length)
        && length == value.Length && octets.SequenceEqual(root);

    private static RootProof ProofOf(SignerInfo signer)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            foreach (var attribute in signer.SignedAttributes)
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(attribute.Oid.Value!);
                    using (writer.PushSetOf())
                        foreach (var value in attribute.Values) writer.WriteEncodedValue(value.RawData);
                }
            }
        }
        return new RootProof(writer.Encode(), signer.GetSignature());
    }
}
