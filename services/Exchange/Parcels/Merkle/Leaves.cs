using InfoSharing.V1;
using Google.Protobuf;

namespace InfoSharing.Exchange.Parcels.Merkle;

/// <summary>
/// A parcel's leaves: each message, then each receipt, then each reconciliation, then each witness. A leaf says of itself which of them it is and a salt has one
/// length, so that no receipt can be shown as a message, nor a part of a salt as a part of a message.
/// </summary>
internal static class Leaves
{
    /// <summary>The length of a message's salt, in bytes.</summary>
    internal const int SaltBytes = 16;

    private const byte AMessage = (byte)'M';
    private const byte AReceipt = (byte)'R';
    private const byte AReconciliation = (byte)'T';
    private const byte AWitness = (byte)'W';

    /// <summary>The leaf of a message: 'M' ‖ salt ‖ the message's exact bytes.</summary>
    internal static byte[] OfMessage(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> message) =>
        salt.Length == SaltBytes ? MerkleTree.Leaf([AMessage, .. salt], message) : throw new ArgumentException("A salt has 16 bytes.", nameof(salt));

    /// <summary>The leaf of a receipt: 'R' ‖ its bytes. It needs no salt: it holds a signature, which no one can guess.</summary>
    internal static byte[] OfReceipt(Receipt receipt) => MerkleTree.Leaf([AReceipt], receipt.ToByteArray());

    /// <summary>The leaf of a reconciliation: 'T' ‖ its bytes. No path is ever shown beside it alone, so it needs no salt.</summary>
    internal static byte[] OfReconciliation(Reconciliation reconciliation) => MerkleTree.Leaf([AReconciliation], reconciliation.ToByteArray());

    /// <summary>The leaf of a witness: 'W' ‖ its bytes. No path is ever shown beside it alone either.</summary>
    internal static byte[] OfWitness(Witness witness) => MerkleTree.Leaf([AWitness], witness.ToByteArray());

    /// <summary>All leaves of a parcel, in its order.</summary>
    internal static byte[][] Of(Parcel parcel) =>
    [
        .. parcel.Messages.Select(entry => OfMessage(entry.Salt.Span, entry.Message.Span)),
        .. parcel.Receipts.Select(OfReceipt),
        .. parcel.Reconciliations.Select(OfReconciliation),
        .. parcel.Witnesses.Select(OfWitness),
    ];

    /// <summary>The root over all that a parcel holds.</summary>
    internal static byte[] RootOf(Parcel parcel) => MerkleTree.Root(Of(parcel));
}
