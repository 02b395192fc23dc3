using System.Security.Cryptography;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Parcels.Sealing;

namespace InfoSharing.Exchange.Delivery.Dispatch;

/// <summary>
/// Packs what waits, in its order: up to 256 messages or 1 MiB, a larger one alone. Only messages at one step of resending share a parcel,
/// so that it expires with all of them.
/// </summary>
internal sealed class Packing(ResendDelay delay, int mostMessages)
{
    /// <summary>The parcels.</summary>
    internal List<PackedParcel> Parcels { get; } = [];

    /// <summary>What cannot be sent at all, and why.</summary>
    internal List<(DueMessage Message, string Reason)> CannotGo { get; } = [];

    /// <summary>Packs messages into at most so many parcels; false where some were left for want of room.</summary>
    internal bool Add(IEnumerable<DueMessage> due, int room)
    {
        foreach (var message in due)
        {
            if (Open(message) is not { } bytes) continue;
            var step = delay.StepOf(message.Attempts);
            var parcel = Parcels.FindLast(one => one.Step == step);
            if (parcel is null || parcel.Messages.Count >= mostMessages || parcel.Bytes + bytes.Length > ParcelForm.TogetherBytes)
            {
                if (Parcels.Count >= room) return false;
                parcel = new(step);
                Parcels.Add(parcel);
            }
            parcel.Messages.Add((message, bytes));
            parcel.Bytes += bytes.Length;
        }
        return true;
    }

    private byte[]? Open(DueMessage message)
    {
        try
        {
            if (message.Body.Open() is not { } bytes) return null; // erased since it was read: it never goes
            if (bytes.Length <= ParcelForm.AloneBytes) return bytes;
            CannotGo.Add((message, "too-large"));
        }
        catch (CryptographicException)
        {
            CannotGo.Add((message, "changed-where-it-lies")); // one row that was tampered with must not hold up the others
        }
        return null;
    }
}
