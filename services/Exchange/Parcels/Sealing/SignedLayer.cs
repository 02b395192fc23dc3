using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace InfoSharing.Exchange.Parcels.Sealing;

/// <summary>One SignedData of a seal (RFC 5652, 5): one signer, ECDSA with SHA-256, the content within, no certificate and nothing unsigned.</summary>
internal sealed class SignedLayer
{
    private static readonly Asn1Tag Explicit0 = new(TagClass.ContextSpecific, 0, isConstructed: true);

    private readonly SignedCms _signed;

    private SignedLayer(SignedCms signed, SignedAttributes attributes) => (_signed, Attributes) = (signed, attributes);

    /// <summary>What was signed.</summary>
    internal byte[] Content => _signed.ContentInfo.Content;

    /// <summary>What was signed beside it.</summary>
    internal SignedAttributes Attributes { get; }

    /// <summary>The signature over the attributes, for keeping.</summary>
    internal RootProof Proof => new(Attributes.Encoded, _signed.SignerInfos[0].GetSignature());

    /// <summary>Signs a content of a type.</summary>
    internal static byte[] Sign(string contentType, byte[] content, X509Certificate2 certificate, Action<CmsSigner> attribute)
    {
        var signed = new SignedCms(new ContentInfo(new Oid(contentType), content), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.SubjectKeyIdentifier, certificate)
        {
            DigestAlgorithm = new Oid(SealOids.Sha256),
            IncludeOption = X509IncludeOption.None,
        };
        attribute(signer);
        signed.ComputeSignature(signer, silent: true);
        return Attach(signed.Encode(), content);
    }

    /// <summary>Reads a layer, DER or BER; null where it is not one of ours. Nothing is verified yet.</summary>
    internal static SignedLayer? Decode(byte[] encoded, string contentType)
    {
        var signed = new SignedCms();
        try
        {
            if (!Whole(encoded)) return null;
            signed.Decode(encoded);
            // A certificate within would be taken in place of the directory's by CheckSignature, whoever made it.
            if (signed.Certificates.Count != 0 || signed.SignerInfos.Count != 1 || signed.ContentInfo.ContentType.Value != contentType) return null;
            var signer = signed.SignerInfos[0];
            if (signer.DigestAlgorithm.Value != SealOids.Sha256 || signer.SignatureAlgorithm.Value != SealOids.EcdsaSha256) return null;
            if (signer.UnsignedAttributes.Count != 0 || SignedAttributes.Of(signer) is not { } attributes) return null;
            // RFC 5652, 11.1: the type is signed too. CheckSignature does not compare it.
            return attributes.IdentifierOf(SealOids.ContentType) == contentType ? new(signed, attributes) : null;
        }
        catch (Exception fault) when (fault is CryptographicException or AsnContentException)
        {
            return null; // not CMS at all: a value, for the caller's one outcome
        }
    }

    // SignedCms would copy an attached content a dozen times; a parcel's is up to 10 MiB. So it signs without, and the content is put where it belongs.
    private static byte[] Attach(byte[] detached, byte[] content)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, content.Length + detached.Length + 64);
        var info = new AsnReader(detached, AsnEncodingRules.DER).ReadSequence();
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(info.ReadObjectIdentifier());
            var data = info.ReadSequence(Explicit0).ReadSequence();
            using (writer.PushSequence(Explicit0))
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(data.ReadEncodedValue().Span); // version
                writer.WriteEncodedValue(data.ReadEncodedValue().Span); // digest algorithms
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(data.ReadSequence().ReadObjectIdentifier());
                    using (writer.PushSequence(Explicit0)) writer.WriteOctetString(content);
                }
                while (data.HasData) writer.WriteEncodedValue(data.ReadEncodedValue().Span);
            }
        }
        return writer.Encode();
    }

    /// <summary>True where bytes are one ASN.1 value and nothing else: the CMS decoders take trailing bytes without a word.</summary>
    internal static bool Whole(byte[] encoded) =>
        AsnDecoder.TryReadEncodedValue(encoded, AsnEncodingRules.BER, out _, out _, out _, out var length) && length == encoded.Length;

    /// <summary>True where one of the certificates signed it, and would be seen to have from <see cref="Proof"/> alone.</summary>
    internal bool IsSignedBy(IReadOnlyList<X509Certificate2> signers)
    {
        foreach (var certificate in signers)
        {
            try
            {
                _signed.CheckSignature([certificate], verifySignatureOnly: true);
                return Proof.IsSignedBy([certificate]);
            }
            catch (CryptographicException)
            {
                // Not this certificate's signature; while keys rotate there may be another.
            }
        }
        return false;
    }
}
