namespace InfoSharing.Exchange.Parcels.Sealing;

/// <summary>
/// A sender's signature over a Merkle root, verifiable without the parcel:
/// <c>openssl dgst -sha256 -verify sender.pub -signature signature.der attributes.der</c>.
/// </summary>
/// <param name="SignedAttributes">The signed attributes as DER SET OF, which is what CMS signs (RFC 5652, 5.4). They hold label and root.</param>
/// <param name="Signature">The ECDSA signature, DER.</param>
internal sealed record RootProof(byte[] SignedAttributes, byte[] Signature);
