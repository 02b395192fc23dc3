using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Parcels.Sealing;

/// <summary>
/// Seals a parcel: SignedData inside EnvelopedData inside SignedData (CMS, RFC 5652; triple wrap, RFC 2634). ECDSA P-256 with
/// SHA-256; AES-256-CBC under RSA-OAEP-SHA256. The outer signature is checked before anything is decrypted; the inner one is
/// what proves a message later, since it signs the Merkle root.
/// </summary>
internal static class Sealer
{
    /// <summary>Seals a parcel for its recipient.</summary>
    /// <exception cref="ArgumentException">The parcel is not the sender's, has no time, or no recipient would open it (<see cref="ParcelForm"/>).</exception>
    internal static byte[] Seal(Parcel parcel, AgencyKeys sender, X509Certificate2 recipient)
    {
        if (parcel.Sender != sender.Agency) throw new ArgumentException("A parcel is sealed by its own sender.", nameof(sender));
        if (SealLabel.Of(parcel) is not { } label) throw new ArgumentException("A parcel says when it was made.", nameof(parcel));
        if (!ParcelForm.IsKept(parcel)) throw new ArgumentException("A parcel holds 1 to 256 messages or receipts, of the sizes agreed, and their root.", nameof(parcel));
        var inner = SignedLayer.Sign(SealOids.Data, parcel.ToByteArray(), sender.Signing, signer =>
        {
            label.AddTo(signer);
            signer.SignedAttributes.Add(SignedAttributes.Octets(SealOids.MerkleRoot, parcel.MerkleRoot.Span));
            if (SignedHead.Of(parcel) is { } head) signer.SignedAttributes.Add(SignedAttributes.Octets(SealOids.Head, head));
        });
        return SignedLayer.Sign(SealOids.EnvelopedData, Envelope.Encrypt(inner, recipient), sender.Signing, label.AddTo);
    }
}
