using Google.Protobuf;
using InfoSharing.Exchange.Delivery.Dispatch;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Parcels.Receipts;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Telemetry;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Delivery.Receive;

/// <summary>
/// Step 12 for the receipts of a parcel: each must be its sender's own, for a message of ours to that agency, for just its bytes, and signed. Then it
/// is stored, and the message is done. A wrong one is quarantined, and the message goes on being sent.
/// </summary>
internal sealed class ReceiptIntake(ILedger ledger, IArrivals arrivals, IPartnerKeys partners, OnItsWay onItsWay, Quarantine quarantine, TimeProvider clock, DeliveryMeters meters, StepTimes steps, ILogger<ReceiptIntake> log)
{
    /// <summary>Takes the receipts.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger is full or down.</exception>
    internal async Task TakeAsync(ArrivedParcel came)
    {
        if (came.Parcel.Receipts.Count == 0) return;
        await TakeAsync(came.Parcel.Receipts, came.Parcel.Sender);
    }

    /// <summary>Takes receipts that an agency gives, however they came.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger is full or down.</exception>
    internal async Task TakeAsync(IReadOnlyCollection<Receipt> given, string sender)
    {
        var work = new List<Task>(given.Count);
        foreach (var receipt in given)
        {
            var (reason, isDone, made) = await FaultOf(receipt, sender);
            // A ledger that was restored may have lost the message for which it is: its recipient gives that back, with the receipt.
            if (reason == QuarantineReasons.ReceiptForNothing && ledger.Doubts.RestoredAt is not null && IsSigned(receipt, sender)) meters.ReceiptTaken("of-lost");
            else if (reason is not null) work.Add(RefuseAsync(receipt, sender, reason));
            else if (isDone) Repeated(receipt);
            else work.Add(StoreAsync(receipt, sender, made));
        }
        await Task.WhenAll(work);
    }

    private async Task<(string? Reason, bool IsDone, string? Made)> FaultOf(Receipt receipt, string sender)
    {
        if (receipt.Recipient != sender) return (QuarantineReasons.ReceiptOfOther, false, null);
        if (!Guid.TryParseExact(receipt.MessageId, "D", out var id)) return (QuarantineReasons.ReceiptForNothing, false, null);
        var (isDone, made) = (false, onItsWay.TraceOf(id));
        // What is on its way is known here; for the rest the ledger is asked.
        if (onItsWay.DigestOf(id, sender) is not { } digest)
        {
            if (await ledger.MessageAsync(id, CancellationToken.None) is not { Outgoing: true } message) return (QuarantineReasons.ReceiptForNothing, false, null);
            if (message.Partner != sender) return (QuarantineReasons.ReceiptOfOther, false, null);
            (digest, isDone) = (message.Sha256, message is { DoneAt: not null, GoesAgain: false });
            if (DeliveryTraces.IsHeard && message.Body.Open() is { } bytes) made = Traces.In(bytes);
        }
        if (!digest.AsSpan().SequenceEqual(receipt.Sha256.Span)) return (QuarantineReasons.ReceiptDigest, false, null);
        return (IsSigned(receipt, sender) ? null : QuarantineReasons.ReceiptSignature, isDone, made);
    }

    private bool IsSigned(Receipt receipt, string sender)
    {
        if (receipt.StoredAt is not { } at) return false;
        try
        {
            return ReceiptSigner.IsSignedBy(receipt, partners.SigningOf(sender, at.ToDateTimeOffset()));
        }
        catch (InvalidOperationException)
        {
            return false; // a Timestamp outside its bounds has no other way to say so
        }
    }

    private async Task StoreAsync(Receipt receipt, string sender, string? made)
    {
        using var span = DeliveryTraces.Receipted(receipt.MessageId, made, clock.GetUtcNow());
        using var step = steps.Begin(StepTimes.Receipt);
        AppendResult result;
        try
        {
            result = await ledger.AppendAsync(arrivals.Done(receipt), CancellationToken.None);
        }
        catch (Exception failure) when (failure is not LedgerUnavailableException) // a fault of ours with this one: the others are stored, and it comes again with its message
        {
            DeliveryLog.NotStored(log, sender, failure.GetType().Name);
            await RefuseAsync(receipt, sender, QuarantineReasons.NotStored);
            return;
        }
        switch (result.Outcome)
        {
            case AppendOutcome.Stored:
                meters.ReceiptTaken("stored");
                onItsWay.Done(Guid.Parse(receipt.MessageId));
                break;
            case AppendOutcome.Repeated:
                Repeated(receipt);
                break;
            default:
                await RefuseAsync(receipt, sender, result.Reason == "receipt" ? QuarantineReasons.ReceiptDigest : QuarantineReasons.ReceiptForNothing);
                break;
        }
    }

    private void Repeated(Receipt receipt)
    {
        meters.ReceiptTaken("repeated");
        onItsWay.Done(Guid.Parse(receipt.MessageId));
    }

    private Task RefuseAsync(Receipt receipt, string sender, string reason)
    {
        meters.ReceiptTaken("quarantined");
        return quarantine.KeepAsync(reason, sender, receipt.ToByteArray());
    }
}
