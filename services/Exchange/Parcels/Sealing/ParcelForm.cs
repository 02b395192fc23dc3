using InfoSharing.Exchange.Parcels.Merkle;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Parcels.Sealing;

/// <summary>What every parcel keeps to, whoever made it: the sender checks before it signs, the recipient before it believes.</summary>
internal static class ParcelForm
{
    /// <summary>The most messages in a parcel.</summary>
    internal const int MostMessages = 256;

    /// <summary>The most receipts in a parcel: those of 32 full parcels, which is all that may be on their way unreceipted.</summary>
    internal const int MostReceipts = 32 * MostMessages;

    /// <summary>The most reconciliations in a parcel.</summary>
    internal const int MostReconciliations = 16;

    /// <summary>The most questions and answers about heads in a parcel.</summary>
    internal const int MostWitnesses = 4;

    /// <summary>The most heads in one of them.</summary>
    internal const int MostHeads = 256;

    /// <summary>The most bytes of several messages together.</summary>
    internal const int TogetherBytes = 1024 * 1024;

    /// <summary>The most bytes of a message that travels alone: the largest transfer that a call brings, 10 MiB, and what the message says around it.</summary>
    internal const int AloneBytes = (10 * 1024 * 1024) + (64 * 1024);

    /// <summary>The most bytes of what stands around a message that is given back: its proof and its receipt.</summary>
    internal const int AroundBytes = 16 * 1024;

    /// <summary>The most bytes of a sealed parcel: a message alone, all receipts at 384 bytes each, and the seal.</summary>
    internal const int SealedBytes = AloneBytes + (MostReceipts * 384) + (64 * 1024);

    /// <summary>True where a parcel holds something, no more than it may, salts of their length, and the root of just that.</summary>
    internal static bool IsKept(Parcel parcel)
    {
        if (parcel.Messages.Count + parcel.Receipts.Count + parcel.Reconciliations.Count + parcel.Witnesses.Count == 0) return false;
        if (parcel.Messages.Count > MostMessages || parcel.Receipts.Count > MostReceipts || parcel.Reconciliations.Count > MostReconciliations) return false;
        if (parcel.Messages.Any(entry => entry.Salt.Length != Leaves.SaltBytes)) return false;
        var bytes = parcel.Messages.Sum(entry => (long)entry.Message.Length);
        if (bytes > (parcel.Messages.Count == 1 ? AloneBytes : TogetherBytes)) return false;
        // One that gives back a large message travels alone, as that message did.
        var compared = parcel.Reconciliations.Sum(one => (long)one.CalculateSize());
        if (compared > (parcel.Messages.Count + parcel.Receipts.Count == 0 && parcel.Reconciliations.Count == 1 ? AloneBytes + AroundBytes : TogetherBytes)) return false;
        if (parcel.Witnesses.Count > MostWitnesses || parcel.Witnesses.Any(one => one.Heads.Count > MostHeads) || parcel.Witnesses.Sum(one => (long)one.CalculateSize()) > TogetherBytes) return false;
        return parcel.MerkleRoot.Span.SequenceEqual(Leaves.RootOf(parcel));
    }
}
