using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Delivery.Dispatch;

/// <summary>
/// The receipts that wait to go back to each agency. They are kept nowhere but in the ledger, beside their messages: what is lost here,
/// by a crash or for want of room, is given again when the message comes again.
/// </summary>
internal sealed class ReceiptsToGive
{
    private const int MostWaiting = 4 * ParcelForm.MostReceipts;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Dictionary<string, Receipt>> _waiting = [];

    /// <summary>Told after receipts were added.</summary>
    internal Action? WhenAdded { get; set; }

    /// <summary>The agencies for which receipts wait.</summary>
    internal List<string> Agencies
    {
        get
        {
            lock (_gate) return [.. _waiting.Keys];
        }
    }

    /// <summary>Adds receipts for an agency's messages; one for each message.</summary>
    internal void Give(string agency, IReadOnlyCollection<Receipt> receipts)
    {
        if (receipts.Count == 0) return;
        Return(agency, receipts);
        WhenAdded?.Invoke();
    }

    /// <summary>Takes back receipts that did not get away; they go with whatever goes next.</summary>
    internal void Return(string agency, IReadOnlyCollection<Receipt> receipts)
    {
        if (receipts.Count == 0) return;
        lock (_gate)
        {
            if (!_waiting.TryGetValue(agency, out var waiting)) _waiting[agency] = waiting = [];
            foreach (var receipt in receipts)
                if (waiting.Count < MostWaiting) waiting[receipt.MessageId] = receipt;
        }
    }

    /// <summary>Takes as many as one parcel holds.</summary>
    internal List<Receipt> Take(string agency)
    {
        lock (_gate)
        {
            if (!_waiting.TryGetValue(agency, out var waiting)) return [];
            var taken = waiting.Values.Take(ParcelForm.MostReceipts).ToList();
            if (taken.Count == waiting.Count) _waiting.Remove(agency);
            else foreach (var receipt in taken) waiting.Remove(receipt.MessageId);
            return taken;
        }
    }
}
