using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Delivery.Dispatch;
using InfoSharing.Exchange.Documents;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Ledger.Restoring;
using InfoSharing.Exchange.Parcels.Enclosed;
using InfoSharing.Exchange.Parcels.Proofs;
using InfoSharing.Exchange.Parcels.Receipts;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Telemetry;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Delivery.Receive;

/// <summary>
/// Steps 9 to 11 for the messages of a parcel, one by one, so that a bad one spoils no other. 9. Seen before, same bytes: the same receipt again.
/// 10. Our own rules judge. 11. The receipt is signed, and message, event and receipt are stored together; those of one parcel wait for one commit.
/// </summary>
internal sealed class MessageIntake(
    ILedger ledger, IArrivals arrivals, AgencyKeys us, ReceiptsToGive toGive, Quarantine quarantine, TimeProvider clock, DeliveryMeters meters, StepTimes steps, ILogger<MessageIntake> log)
{
    /// <summary>Takes the messages.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger is full or down. What is stored is receipted, and nothing else.</exception>
    internal async Task TakeAsync(ArrivedParcel came)
    {
        if (came.Parcel.Messages.Count == 0) return;
        var whole = new List<(EnclosedMessage Enclosed, Guid Id)>();
        var refused = new List<(EnclosedMessage Enclosed, string Reason)>();
        foreach (var enclosed in EnclosedMessages.Of(came.Parcel))
        {
            if (enclosed.Fault is { } fault) refused.Add((enclosed, QuarantineReasons.Of(fault)));
            else if (IdOf(enclosed.Message!) is { } id) whole.Add((enclosed, id));
            else refused.Add((enclosed, QuarantineReasons.NotAMessage));
        }
        var work = refused.ConvertAll(one => RefuseAsync(came, one.Enclosed, one.Reason));
        work.AddRange(await TakeWholeAsync(came, whole));
        // Each is waited for, whatever became of the others: what is stored has its receipt.
        try
        {
            await Task.WhenAll(work);
        }
        finally
        {
            toGive.Give(came.Parcel.Sender, [.. work.Where(one => one.IsCompletedSuccessfully).Select(one => one.Result).OfType<Receipt>()]);
        }
    }

    private async Task<List<Task<Receipt?>>> TakeWholeAsync(ArrivedParcel came, List<(EnclosedMessage Enclosed, Guid Id)> whole)
    {
        var seen = await ledger.SeenAsync([.. whole.Select(one => one.Id)], CancellationToken.None);
        var proofs = MessageProofs.Of(came.Parcel, came.Proof);
        var prepared = new List<(EnclosedMessage Enclosed, LedgerEntry? Entry, Receipt Receipt)>();
        var work = new List<Task<Receipt?>>();
        foreach (var (enclosed, id) in whole)
        {
            if (seen.TryGetValue(id, out var known)) work.Add(AgainAsync(came, enclosed, known)); // 9
            else prepared.Add(Prepare(came, enclosed, proofs[enclosed.Index].ToByteArray()));
        }
        // One after another without waiting: they stand together in the writer's queue.
        foreach (var (enclosed, entry, receipt) in prepared) work.Add(StoreAsync(came, enclosed, entry, receipt));
        return work;
    }

    private Task<Receipt?> AgainAsync(ArrivedParcel came, EnclosedMessage enclosed, SeenMessage known)
    {
        if (!known.Sha256.AsSpan().SequenceEqual(ReceiptSigner.DigestOf(enclosed.Bytes.Span).Span)) return RefuseAsync(came, enclosed, QuarantineReasons.OtherBytes);
        meters.MessageReceived("repeated");
        return Task.FromResult<Receipt?>(Receipt.Parser.ParseFrom(known.Receipt));
    }

    private (EnclosedMessage, LedgerEntry?, Receipt) Prepare(ArrivedParcel came, EnclosedMessage enclosed, byte[] proof)
    {
        var message = enclosed.Message!;
        var report = Judge(message); // 10
        var now = clock.GetUtcNow().ToTimestamp();
        var receipt = new Receipt
        {
            MessageId = message.Id, Sha256 = ReceiptSigner.DigestOf(enclosed.Bytes.Span), Recipient = us.Agency, StoredAt = now, SenderHead = came.Parcel.SenderHead,
            ParcelId = came.Parcel.Id, ParcelMadeAt = came.Parcel.MadeAt, OpenedAt = came.OpenedAt.ToTimestamp(), Software = Software.Version,
        };
        if (report is not null) receipt.JudgedAt = now;
        try
        {
            ReceiptSigner.Sign(receipt, us.Signing); // 11
            return (enclosed, arrivals.Store(message, enclosed.Bytes.ToByteArray(), receipt, proof, report), receipt);
        }
        catch (Exception failure) // a message is another's words: what it makes our code do is a quarantined message and nothing more
        {
            DeliveryLog.NotStored(log, came.Parcel.Sender, failure.GetType().Name);
            return (enclosed, null, receipt);
        }
    }

    private Report? Judge(Message message)
    {
        using var span = DeliveryTraces.Judging(message, clock.GetUtcNow());
        using var step = steps.Begin(StepTimes.JudgeReceived);
        try
        {
            return arrivals.Judge(message);
        }
        catch (Exception failure) // a rule that fails must not keep a family's case from being stored
        {
            DeliveryLog.NotJudged(log, message.Sender, failure.GetType().Name);
            return null;
        }
    }

    private async Task<Receipt?> StoreAsync(ArrivedParcel came, EnclosedMessage enclosed, LedgerEntry? entry, Receipt receipt)
    {
        if (entry is null) return await RefuseAsync(came, enclosed, QuarantineReasons.NotStored);
        AppendResult result;
        using var span = DeliveryTraces.Storing(enclosed.Message!, clock.GetUtcNow());
        using var step = steps.Begin(StepTimes.Store);
        try
        {
            result = await ledger.AppendAsync(entry, CancellationToken.None);
            // Locked or erased here: its place is kept and nothing that it says, and it need not come again. It may be erased between the two.
            for (var tries = 0; tries < 2 && result is { Outcome: AppendOutcome.Refused, Reason: Kept.Locked or Kept.Erased }; tries++)
            {
                receipt = NotKept(receipt);
                result = await ledger.AppendAsync(arrivals.Drop(enclosed.Message!, receipt, result.Reason == Kept.Erased), CancellationToken.None);
            }
        }
        catch (NotReconciledException)
        {
            return null; // this ledger would answer it by itself and does not know yet how: it comes again
        }
        catch (Exception failure) when (failure is not LedgerUnavailableException) // as above, and it was this one alone: the writer runs a failed batch one by one
        {
            DeliveryLog.NotStored(log, came.Parcel.Sender, failure.GetType().Name);
            return await RefuseAsync(came, enclosed, QuarantineReasons.NotStored);
        }
        switch (result)
        {
            case { Outcome: AppendOutcome.Stored }:
                meters.MessageReceived("stored");
                arrivals.Stored(enclosed.Message!);
                return receipt;
            case { Outcome: AppendOutcome.Repeated, Receipt: { } first }:
                meters.MessageReceived("repeated");
                return Receipt.Parser.ParseFrom(first);
            default:
                return await RefuseAsync(came, enclosed, ReasonOf(result));
        }
    }

    private Receipt NotKept(Receipt receipt)
    {
        var other = new Receipt(receipt) { NotKept = true };
        ReceiptSigner.Sign(other, us.Signing);
        return other;
    }

    private async Task<Receipt?> RefuseAsync(ArrivedParcel came, EnclosedMessage enclosed, string reason)
    {
        meters.MessageReceived("quarantined");
        await quarantine.KeepAsync(reason, came.Parcel.Sender, enclosed.Bytes.ToByteArray());
        return null;
    }

    private static string ReasonOf(AppendResult result) => result switch
    {
        { Outcome: AppendOutcome.AlreadyExists, Reason: "message" } => QuarantineReasons.OtherBytes,
        { Outcome: AppendOutcome.AlreadyExists, Reason: "sequence" } => QuarantineReasons.SequenceTaken,
        { Outcome: AppendOutcome.AlreadyExists or AppendOutcome.Repeated } => QuarantineReasons.VersionTaken,
        _ => QuarantineReasons.NotStored,
    };

    private static Guid? IdOf(Message message) =>
        Guid.TryParseExact(message.Id, "D", out var id) && Guid.TryParseExact(message.TransferId, "D", out _) && message is { Version: > 0, Sequence: > 0 and <= long.MaxValue }
            && (message.BodyCase != Message.BodyOneofCase.DocumentPart || DocumentForm.Holds(message)) ? id : null;
}
