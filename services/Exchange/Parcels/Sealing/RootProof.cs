using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using InfoSharing.Exchange.Ledger.Chain;

namespace InfoSharing.Exchange.Parcels.Sealing;

/// <summary>
/// A sender's signature over a Merkle root, verifiable without the parcel:
/// <c>openssl dgst -sha256 -verify sender.pub -signature signature.der attributes.der</c>.
/// </summary>
/// <param name="SignedAttributes">The signed attributes as DER SET OF, which is what CMS signs (RFC 5652, 5.4). They hold label and root.</param>
/// <param name="Signature">The ECDSA signature, DER.</param>
internal sealed record RootProof(byte[] SignedAttributes, byte[] Signature)
{
    /// <summary>True where one of the certificates signed these attributes.</summary>
    internal bool IsSignedBy(IEnumerable<X509Certificate2> certificates)
    {
        foreach (var certificate in certificates)
        {
            using var key = certificate.GetECDsaPublicKey();
            if (key?.VerifyData(SignedAttributes, Signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence) == true) return true;
        }
        return false;
    }

    /// <summary>What the attributes say: the label and the root; null where they lack either.</summary>
    internal (SealLabel Label, byte[] Root)? Read() =>
        Sealing.SignedAttributes.Read(SignedAttributes) is { } attributes
        && SealLabel.ReadFrom(attributes) is { } label
        && attributes.OctetsOf(SealOids.MerkleRoot) is { } root
            ? (label, root)
            : null;

    /// <summary>The head of the sender's chain that was signed with it; null where there is none.</summary>
    internal ChainHead? Head() => SignedHead.Read(Sealing.SignedAttributes.Read(SignedAttributes)?.OctetsOf(SealOids.Head));
}
