using Google.Protobuf;
using InfoSharing.Exchange.Parcels.Merkle;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Parcels.Proofs;

/// <summary>The proofs of all messages of a parcel in the contract's form, worked out together: the tree is walked once.</summary>
internal static class MessageProofs
{
    /// <summary>One for each message, in the parcel's order; without certificates, which are put in when it is shown.</summary>
    internal static List<ProofOfMessage> Of(Parcel parcel, RootProof root)
    {
        var leaves = Leaves.Of(parcel);
        var paths = MerkleTree.Paths(leaves);
        var (attributes, signature) = (UnsafeByteOperations.UnsafeWrap(root.SignedAttributes), UnsafeByteOperations.UnsafeWrap(root.Signature));
        var proofs = new List<ProofOfMessage>(parcel.Messages.Count);
        for (var i = 0; i < parcel.Messages.Count; i++)
        {
            var proof = new ProofOfMessage { Salt = parcel.Messages[i].Salt, Index = (uint)i, Count = (uint)leaves.Length, SignedAttributes = attributes, Signature = signature };
            proof.Path.AddRange(paths[i].Select(hash => UnsafeByteOperations.UnsafeWrap(hash)));
            proofs.Add(proof);
        }
        return proofs;
    }
}
