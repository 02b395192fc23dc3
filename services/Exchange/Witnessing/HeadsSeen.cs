using System.Collections.Concurrent;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Witnessing;

/// <summary>
/// The furthest head of each partner that this process has seen, in whatever parcel: one with receipts alone leaves nothing else behind. A note of this process. By
/// position, not by time: what a ledger sends after it was put back is the newest and behind what it had. The head of a question is not noted: whoever asks would be told what it asked with.
/// </summary>
internal sealed class HeadsSeen
{
    private readonly ConcurrentDictionary<string, (ulong Position, RootProof Proof)> _furthest = [];

    /// <summary>Notes the head that came with a parcel.</summary>
    internal void Note(Parcel parcel, RootProof proof)
    {
        var position = parcel.SenderPosition;
        if (position == 0 || parcel.Witnesses.Any(one => one.AskedBy == parcel.Sender)) return;
        _furthest.AddOrUpdate(parcel.Sender, (position, proof), (_, known) => position > known.Position ? (position, proof) : known);
    }

    /// <summary>The furthest of a partner's; null where none was seen.</summary>
    internal RootProof? FurthestOf(string partner) => _furthest.TryGetValue(partner, out var known) ? known.Proof : null;
}
