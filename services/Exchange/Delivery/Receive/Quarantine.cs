using System.Security.Cryptography;
using System.Text;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Parcels.Sealing;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Delivery.Receive;

/// <summary>
/// Keeps what is not believed, sealed, with the reason, in an event of its own; a security event where somebody may have meant it. What comes
/// again is not kept again while this process remembers it.
/// </summary>
internal sealed class Quarantine(ILedger ledger, TimeProvider clock, ILogger<Quarantine> log)
{
    /// <summary>The event of something that was quarantined. Its detail is the reason's code.</summary>
    internal const string Quarantined = "quarantined";

    /// <summary>The event of something that somebody may have meant.</summary>
    internal const string Security = "security";

    private const int MostRemembered = 4096;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _kept = [];
    private readonly Queue<string> _order = [];

    /// <summary>Keeps bytes.</summary>
    /// <param name="reason">One of <see cref="QuarantineReasons"/>.</param>
    /// <param name="sender">For whom the bus vouches, or who signed; null where nobody knows.</param>
    /// <param name="bytes">The bytes as they came.</param>
    /// <exception cref="LedgerUnavailableException">The ledger is full or down.</exception>
    internal async Task KeepAsync(string reason, string? sender, byte[] bytes)
    {
        var mark = $"{reason} {Convert.ToHexString(SHA256.HashData(bytes))}";
        if (IsKept(mark)) return;
        if (QuarantineReasons.IsSecurity(reason)) DeliveryLog.Security(log, sender ?? "an unknown sender", reason);
        else DeliveryLog.Quarantined(log, sender ?? "an unknown sender", reason);
        // Of what is larger than any parcel may be, its beginning says enough.
        var kept = bytes.Length > ParcelForm.SealedBytes ? bytes[..ParcelForm.TogetherBytes] : bytes;
        await ledger.AppendAsync(
            new()
            {
                Rows = new()
                {
                    Quarantine = new(Guid.CreateVersion7(clock.GetUtcNow()), reason, sender, kept),
                    Events = [new(null, 0, QuarantineReasons.IsSecurity(reason) ? Security : Quarantined, Encoding.UTF8.GetBytes(reason))],
                },
            }, CancellationToken.None);
        Remember(mark);
    }

    private bool IsKept(string mark)
    {
        lock (_gate) return _kept.Contains(mark);
    }

    private void Remember(string mark)
    {
        lock (_gate)
        {
            if (!_kept.Add(mark)) return;
            _order.Enqueue(mark);
            if (_order.Count > MostRemembered) _kept.Remove(_order.Dequeue());
        }
    }
}
