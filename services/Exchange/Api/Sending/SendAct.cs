using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Documents.Going;
using InfoSharing.Exchange.Documents.Keeping;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Telemetry;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules;
using State = InfoSharing.V1.ListReply.Types.Entry.Types.State;

namespace InfoSharing.Exchange.Api.Sending;

/// <summary>Steps 2 to 6 of the main flow: a transfer is judged, and either goes or is refused with its alert.</summary>
internal sealed class SendAct(ILedger ledger, AgencyKeys us, Judgements judgements, Holdings holdings, Recipients recipients, Outbox outbox, RefuseAct refuse, SendReads reads, GivenBackSends givenBack, StepTimes steps, CaseMeters meters,
    DocumentsOfTransfer documents, DocumentClerk clerk, TimeProvider clock)
{
    /// <summary>Sends version 1 of a transfer; a later version goes as <see cref="SupplyAct"/> sends it.</summary>
    internal async Task<SendReply> Run(SendRequest request, Caller caller, CancellationToken cancellationToken)
    {
        // 2
        using var step = steps.Begin(StepTimes.Send);
        var reached = clock.GetUtcNow();
        var transfer = Shapes.OfOurs(request.Transfer, us.Agency);
        var requestId = request.RequestId;
        var asked = WrittenTransfer.Of(request.Transfer);
        (request.RequestId, request.Transfer) = ("", null);
        var key = new SendKey(caller, transfer, requestId, asked, request);
        var before = await reads.Of(transfer, key, cancellationToken);
        if (EarlierAnswers.Find(key, before) is { } again) return again;
        if (transfer.Version != 1) throw new ActNotAllowedException(Nos.VersionGap(1));
        var mended = await refuse.Mended(transfer, cancellationToken);

        // 3
        var read = await documents.Settle(transfer, before.Documents, cancellationToken);
        var written = asked.As(transfer, isChanged: read.Count > 0);
        var judging = judgements.At(reached, null) with { Holdings = await holdings.Of(transfer, before, cancellationToken), Documents = read };
        Report report;
        using (steps.Begin(StepTimes.Judge)) report = RuleSets.Judge(transfer, judging);
        meters.Sent(report);
        var record = ActRecords.Of(caller, Act.Types.Kind.Send, reached, Guid.Parse(transfer.Id), transfer.Version);
        if (report.Handover == Report.Types.Handover.Refused)
            return await refuse.Run(written, report, judging, key, record, request.HasAlertOnRefusal ? request.AlertOnRefusal : null, cancellationToken);

        // 4
        var to = recipients.Of(transfer);
        if (!Recipients.IsAlert(transfer) && recipients.InTheWay(transfer, to, reached) is { Count: > 0 } inTheWay)
        {
            await ledger.AppendAsync(new() { Rows = new() { Audits = [record with { Kind = ActRecords.CodeOf(Act.Types.Kind.Refuse), OutlivesCase = true }] } }, cancellationToken);
            throw new CannotBeSentException(inTheWay);
        }

        // 5
        var now = clock.GetUtcNow();
        var sent = new SendReply.Types.Sent { TransferId = transfer.Id, Version = transfer.Version, At = Timestamp.FromDateTimeOffset(now), Held = { Recipients.IsAlert(transfer) ? recipients.Held(to, now) : [] } };
        var reply = new SendReply { Sent = sent, Report = report };
        var result = await ledger.AppendAsync(Entry(written, mended, report, to, reply, key, record, judging, now), cancellationToken);
        if (transfer.Documents.Count > 0) clerk.MayGo(Guid.Parse(transfer.Id));

        // 6
        if (result.Outcome is AppendOutcome.AlreadyExists or AppendOutcome.Refused && await givenBack.Has(transfer, to, cancellationToken)) return reply;
        return EarlierAnswers.Answer(result, reply);
    }

    private LedgerEntry Entry(WrittenTransfer written, StoredTransfer? mended, Report report, IReadOnlyList<Party> to, SendReply reply, SendKey key, AuditRow record, JudgingContext judging, DateTimeOffset now)
    {
        var transfer = written.Transfer;
        var transferId = Guid.Parse(transfer.Id);
        var messages = outbox.MessagesOf(written, to, report, next: false, now, judging.Documents);
        var events = messages.ConvertAll(message => new EventRow(transferId, transfer.Version, EventKinds.Sent, Events.Of(message, transfer.ReplacesRefusal)));
        if (events.Count == 0) events.Add(new(transferId, transfer.Version, EventKinds.Sent, Events.Nothing(transfer.ReplacesRefusal)));
        events.AddRange(reply.Sent.Held.Select(held => new EventRow(transferId, transfer.Version, EventKinds.Held, Events.Held(held))));
        if (mended is not null && mended.TransferId != transferId) events.Add(new(mended.TransferId, mended.Version, EventKinds.Mended, Events.Nothing(transfer.Id)));
        return new()
        {
            Request = key.Sent(reply),
            Rows = new()
            {
                Contents = [Outbox.Written(Guid.CreateVersion7(judging.At), written, report, Standing.Sent)],
                Events = events,
                Audits = [record],
                Outgoing = messages.ConvertAll(message => Messages.Outgoing(message, written)),
                FindableBy = FindableKeys.Of(transferId, transfer),
                Journey = Journeys.Of(transferId, transfer, reply.Sent.Held.Count > 0 ? State.Held : State.Sent),
            },
            // A refusal is no obstacle: what was refused is mended and goes under the same id.
            Decide = view => view.Journey(transferId) is null or { State: "REFUSED" } ? LedgerDecision.Go() : LedgerDecision.No(EarlierAnswers.OtherTransfer),
        };
    }
}
