using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Reconciling;
using InfoSharing.Exchange.Telemetry;
using InfoSharing.Exchange.Witnessing;
using InfoSharing.V1;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Delivery.Receive;

/// <summary>
/// Takes what the bus brings. Step 8: it is opened, and its signer is the one for whom the bus vouches. Then the receipts in it (step 12) and the
/// messages in it (steps 9 to 11). Nothing that a sender or the bus may have made of the bytes is thrown: the ledger's being down alone.
/// </summary>
internal sealed class ParcelInbox(
    Opener opener, Quarantine quarantine, OutOfTime outOfTime, MessageIntake messages, ReceiptIntake receipts, ReconciliationIntake reconciliations, HeadsSeen heads, WitnessIntake witnesses, TimeProvider clock, DeliveryMeters meters, StepTimes steps, ILogger<ParcelInbox> log) : IParcelInbox
{
    public async Task ReceiveAsync(byte[] sealedParcel, string? vouchedSender, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await TakeAsync(sealedParcel, vouchedSender);
        }
        catch (Exception failure) when (failure is not LedgerUnavailableException) // a fault of ours: the bus would bring the same parcel again and again; its messages come again by themselves
        {
            meters.Received("failed");
            DeliveryLog.NotTakenIn(log, vouchedSender ?? "an unknown sender", failure.GetType().Name);
        }
    }

    /// <summary>Takes a parcel that was put aside, once more; false where it still cannot be opened. It is not put aside again.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger is full or down.</exception>
    internal async Task<bool> RetakeAsync(byte[] sealedParcel, string? vouchedSender)
    {
        if (opener.Open(sealedParcel) is not { Parcel: { } parcel, Proof: { } proof } || vouchedSender is not null && vouchedSender != parcel.Sender) return false;
        meters.Received("opened");
        await TakeAsync(parcel, proof);
        return true;
    }

    private async Task TakeAsync(byte[] sealedParcel, string? vouchedSender)
    {
        Opened opened;
        using (steps.Begin(StepTimes.Open)) opened = opener.Open(sealedParcel); // 8
        if (opened is not { Parcel: { } parcel, Proof: { } proof })
        {
            await NotOpened(opened.Fault!.Value, sealedParcel, vouchedSender);
            return;
        }
        if (vouchedSender is not null && vouchedSender != parcel.Sender)
        {
            meters.Received("sender-differs");
            await quarantine.KeepAsync(QuarantineReasons.SenderDiffers, vouchedSender, sealedParcel);
            return;
        }
        meters.Received("opened");
        outOfTime.CameInTime(parcel.Sender);
        await TakeAsync(parcel, proof);
    }

    private async Task TakeAsync(Parcel parcel, RootProof proof)
    {
        var came = new ArrivedParcel(parcel, proof, clock.GetUtcNow());
        // Both at once: they share a commit.
        await Task.WhenAll(receipts.TakeAsync(came), messages.TakeAsync(came));
        await reconciliations.TakeAsync(came);
        heads.Note(parcel, proof);
        await witnesses.TakeAsync(came);
    }

    private Task NotOpened(OpeningFault fault, byte[] sealedParcel, string? vouchedSender)
    {
        if (fault != OpeningFault.NotItsTime)
        {
            meters.Received("not-opened");
            return quarantine.KeepAsync(QuarantineReasons.Of(fault), vouchedSender, sealedParcel);
        }
        // Its messages come again in a parcel with a fresh time; nothing is kept of this one.
        meters.Received("out-of-time");
        outOfTime.Came(vouchedSender);
        return Task.CompletedTask;
    }
}
