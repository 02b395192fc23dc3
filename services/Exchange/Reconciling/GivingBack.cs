using Google.Protobuf;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Reconciling;

/// <summary>Gives an agency its own messages back, as they lie here, with its own signature over them and our receipt.</summary>
internal sealed class GivingBack(ILedger ledger)
{
    /// <summary>The most bytes that are given back in answer to one parcel; the rest when these are stored.</summary>
    internal const int MostBytes = 4 << 20;

    /// <summary>What is to be given; what cannot be opened any more is left out.</summary>
    /// <param name="lacking">What the agency lacks.</param>
    /// <param name="receiptsAlone">Of these it has the message, and waits for our receipt.</param>
    /// <param name="room">As many bytes; where any are left, one more is given, however large it is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What is given, of how many bytes, and whether nothing is left that could be.</returns>
    /// <exception cref="LedgerUnavailableException">The ledger is down.</exception>
    internal async Task<(List<Reconciliation.Types.GivenBack> Given, int Bytes, bool IsAll)> OfAsync(
        IReadOnlyList<HeldMark> lacking, IReadOnlySet<Guid> receiptsAlone, int room, CancellationToken cancellationToken)
    {
        var given = new List<Reconciliation.Types.GivenBack>();
        var bytes = 0;
        foreach (var mark in lacking)
        {
            if (bytes >= room) return (given, bytes, IsAll: false);
            if (await ledger.ReceiptAsync(mark.Id, given: true, cancellationToken) is not { } receipt) continue;
            var back = new Reconciliation.Types.GivenBack { Receipt = Receipt.Parser.ParseFrom(receipt) };
            if (!receiptsAlone.Contains(mark.Id))
            {
                if ((await ledger.MessageAsync(mark.Id, cancellationToken))?.Body.Open() is not { } message || (await ledger.ProofAsync(mark.Id, cancellationToken))?.Open() is not { } proof) continue;
                (back.Message, back.Proof) = (UnsafeByteOperations.UnsafeWrap(message), UnsafeByteOperations.UnsafeWrap(proof));
            }
            given.Add(back);
            bytes += back.CalculateSize();
        }
        return (given, bytes, IsAll: true);
    }
}
