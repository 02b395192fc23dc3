using System.Security.Cryptography;
using Google.Protobuf;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Sealing;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Witnessing;

/// <summary>
/// The heads of a partner's chain that this ledger holds, each with the partner's own signature: with each message that came lies the signature of its parcel, and the head in it.
/// All of the newest are shown, and older ones at growing distances, so that a partner can tell since when its chain differs.
/// </summary>
internal sealed class HeadsHeld(ILedger ledger, HeadsSeen seen)
{
    private const int All = 128;
    private const int Furthest = 1 << 16;

    /// <summary>They, without those that cannot be opened any more.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger is down.</exception>
    internal async Task<List<Witness.Types.Seen>> OfAsync(string partner, CancellationToken cancellationToken)
    {
        var held = new List<Witness.Types.Seen>();
        var parcels = new HashSet<ByteString>(); // messages of one parcel share its signature
        if (seen.FurthestOf(partner) is { } furthest) Add(furthest);
        var newest = await ledger.NewestFromAsync(partner, Furthest + 1, cancellationToken);
        for (var i = 0; i < newest.Count; i = i < All ? i + 1 : i * 2)
            if (await ledger.ProofAsync(newest[i], cancellationToken) is { } kept && Read(kept) is { } proof) Add(proof);
        return held;

        void Add(RootProof proof)
        {
            if (proof.Head() is null) return; // of a time when heads were not signed
            var shown = new Witness.Types.Seen { SignedAttributes = ByteString.CopyFrom(proof.SignedAttributes), Signature = ByteString.CopyFrom(proof.Signature) };
            if (parcels.Add(shown.SignedAttributes)) held.Add(shown);
        }
    }

    private static RootProof? Read(SealedContent kept)
    {
        try
        {
            if (kept.Open() is not { Length: > 0 } opened) return null; // erased, or nothing was kept of it
            var proof = ProofOfMessage.Parser.ParseFrom(opened);
            return new(proof.SignedAttributes.ToByteArray(), proof.Signature.ToByteArray());
        }
        catch (Exception fault) when (fault is CryptographicException or InvalidProtocolBufferException)
        {
            return null; // one row that was tampered with must not keep the others from being shown; our own verify names it
        }
    }
}
