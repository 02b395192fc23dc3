using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using InfoSharing.Exchange.Parcels.Merkle;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Parcels.Sealing;

/// <summary>
/// Seals a parcel: SignedData inside EnvelopedData inside SignedData (CMS, RFC 5652; triple wrap, RFC 2634). ECDSA P-256 with
/// SHA-256; AES-256-CBC under RSA-OAEP-SHA256. The outer signature is checked before anything is decrypted; the inner one is
/// what proves a message later, since it signs the Merkle root.
/// </summary>
internal static class Sealer
{
    /// <summary>Seals a parcel for its recipient. The parcel's root must be that of its messages.</summary>
    internal static byte[] Seal(Parcel parcel, AgencyKeys sender, X509Certificate2 recipient)
    {
        if (parcel.Sender != sender.Agency) throw new ArgumentException("A parcel is sealed by its own sender.", nameof(sender));
        var label = SealLabel.Of(parcel);
        var inner = Sign(SealOids.Data, parcel.ToByteArray(), sender.Signing, signer =>
        {
            label.AddTo(signer);
            signer.SignedAttributes.Add(Octets(SealOids.MerkleRoot, parcel.MerkleRoot.Span));
        });
        var enveloped = new EnvelopedCms(new ContentInfo(inner), new AlgorithmIdentifier(new Oid(SealOids.Aes256Cbc)));
        // Without the padding argument .NET takes PKCS#1 v1.5.
        enveloped.Encrypt(new CmsRecipient(SubjectIdentifierType.SubjectKeyIdentifier, recipient, RSAEncryptionPadding.OaepSHA256));
        return Sign(SealOids.EnvelopedData, enveloped.Encode(), sender.Signing, label.AddTo);
    }

    /// <summary>The root over a parcel's messages and receipts, in that order.</summary>
    internal static byte[] RootOf(Parcel parcel) => MerkleTree.Root(LeavesOf(parcel));

    /// <summary>The leaves: each message with its salt, then each receipt without one (it holds a signature, which no one can guess).</summary>
    internal static byte[][] LeavesOf(Parcel parcel) =>
    [
        .. parcel.Messages.Select(entry => MerkleTree.Leaf(entry.Salt.Span, entry.Message.Span)),
        .. parcel.Receipts.Select(receipt => MerkleTree.Leaf([], receipt.ToByteArray())),
    ];

    private static byte[] Sign(string contentType, byte[] content, X509Certificate2 certificate, Action<CmsSigner> label)
    {
        var signed = new SignedCms(new ContentInfo(new Oid(contentType), content), detached: false);
        var signer = new CmsSigner(SubjectIdentifierType.SubjectKeyIdentifier, certificate)
        {
            DigestAlgorithm = new Oid(SealOids.Sha256),
            IncludeOption = X509IncludeOption.None,
        };
        label(signer);
        signed.ComputeSignature(signer, silent: true);
        return signed.Encode();
    }

    private static AsnEncodedData Octets(Oid oid, ReadOnlySpan<byte> octets)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteOctetString(octets);
        return new AsnEncodedData(oid, writer.Encode());
    }
}
