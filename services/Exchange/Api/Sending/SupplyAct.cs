using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Api.Answering;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Documents.Going;
using InfoSharing.Exchange.Documents.Keeping;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Telemetry;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using InfoSharing.Validator.Clocks;
using InfoSharing.Validator.Rules;

namespace InfoSharing.Exchange.Api.Sending;

/// <summary>The whole next version goes, judged by the rules of the day on which the first was sent.</summary>
internal sealed class SupplyAct(ILedger ledger, AgencyKeys us, Judgements judgements, Holdings holdings, Recipients recipients, Outbox outbox, RefuseAct refuse, SendReads reads, StepTimes steps, CaseMeters meters,
    DocumentsOfTransfer documents, DocumentClerk clerk, TimeProvider clock)
{
    /// <summary>Sends it.</summary>
    internal async Task<SendReply> Run(SupplyRequest request, Caller caller, CancellationToken cancellationToken)
    {
        using var step = steps.Begin(StepTimes.Send);
        var reached = clock.GetUtcNow();
        var transfer = Shapes.OfOurs(request.Transfer, us.Agency);
        var transferId = Guid.Parse(transfer.Id);
        var requestId = request.RequestId;
        var asked = WrittenTransfer.Of(request.Transfer);
        (request.RequestId, request.Transfer) = ("", null);
        var key = new SendKey(caller, transfer, requestId, asked, request);
        var before = await reads.Of(transfer, key, cancellationToken);
        if (EarlierAnswers.Find(key, before) is { } again) return again;
        var first = await ledger.OpenAsync(transferId, 1, Standing.Sent, cancellationToken) ?? throw new NotHereException("transfer");

        var read = await documents.Settle(transfer, before.Documents, cancellationToken);
        var written = asked.As(transfer, isChanged: read.Count > 0);
        var judging = judgements.At(reached, London.DayOf(Exchanged.MadeAtOf(first.Id.ToString("D")) ?? reached)) with { Holdings = await holdings.Of(transfer, before, cancellationToken), Documents = read };
        Report report;
        using (steps.Begin(StepTimes.Judge)) report = RuleSets.Judge(transfer, judging);
        meters.Sent(report);
        var record = ActRecords.Of(caller, Act.Types.Kind.Send, reached, transferId, transfer.Version);
        if (report.Handover == Report.Types.Handover.Refused) return await refuse.Run(written, report, judging, key, record, alert: false, cancellationToken);

        var to = recipients.Of(transfer);
        if (!Recipients.IsAlert(transfer) && recipients.InTheWay(transfer, to, reached) is { Count: > 0 } inTheWay) throw new CannotBeSentException(inTheWay);

        var now = clock.GetUtcNow();
        var messages = outbox.MessagesOf(written, to, report, next: true, now, read);
        var reply = new SendReply { Sent = new() { TransferId = transfer.Id, Version = transfer.Version, At = Timestamp.FromDateTimeOffset(now) }, Report = report };
        var asking = new Asking();
        var result = await ledger.AppendAsync(new()
        {
            Request = key.Sent(reply),
            Rows = new()
            {
                Contents = [Outbox.Written(Guid.CreateVersion7(reached), written, report, Standing.Sent)],
                Events = messages.ConvertAll(message => new EventRow(transferId, transfer.Version, EventKinds.Supplied, Events.Of(message))),
                Audits = [record],
                Outgoing = messages.ConvertAll(Messages.Outgoing),
                FindableBy = FindableKeys.Of(transferId, transfer),
            },
            Decide = view =>
            {
                var stored = view.Messages(transferId).Select(TransferStates.Read).OfType<Exchanged>().ToList();
                Traces.LinkToFirst(stored);
                if (asking.Says(SenderActs.Supply(TransferFold.Of(us.Agency, transfer.Id, stored), transfer)) is { } no) return LedgerDecision.No(no.Code);
                var after = TransferFold.Of(us.Agency, transfer.Id, [.. stored, .. messages.Select(message => new Exchanged(TransferStates.Next(stored, message), view.Now))]);
                return LedgerDecision.Go(new() { Journey = Journeys.Of(transferId, after) });
            },
        }, cancellationToken);
        asking.Throw(result);
        if (transfer.Documents.Count > 0) clerk.MayGo(transferId);
        return EarlierAnswers.Answer(result, reply);
    }
}
