using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Telemetry;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using Step = InfoSharing.V1.FlowReply.Types.Step;

namespace InfoSharing.Exchange.Api.Reading;

/// <summary>
/// The steps of a transfer, numbered as in the main flow, on both sides: ours from our ledger, the other side's from what came back in
/// receipts and answers.
/// </summary>
internal sealed class FlowSteps(ILedger ledger, AgencyKeys us)
{
    /// <summary>The steps in the order of their times.</summary>
    internal async Task<IReadOnlyList<Step>> Of(Guid transferId, IReadOnlyList<LedgerEvent> events, IReadOnlyList<StoredMessage> messages, CancellationToken cancellationToken)
    {
        var steps = new List<Step>();
        foreach (var act in await ledger.AuditAsync(transferId, cancellationToken))
            if (act.Kind is "send" or "refuse" && act.Detail.Open() is { } detail) Add(steps, 2, us.Agency, "reached", Act.Parser.ParseFrom(detail).At, null, act.Version);
        foreach (var one in events)
            if (Events.Read(one) is { } known && OfEvent(known) is { } step) steps.Add(step);
        var traces = new Dictionary<string, string>();
        foreach (var message in messages)
        {
            var receipt = await ledger.ReceiptAsync(message.Id, given: !message.Outgoing, cancellationToken);
            if (TransferStates.Read(message) is not { } read) continue;
            traces[read.Message.Id] = Traces.IdOf(read.Message.Traceparent);
            OfMessage(steps, read, receipt is null ? null : Receipt.Parser.ParseFrom(receipt));
        }
        foreach (var step in steps) step.TraceId = traces.GetValueOrDefault(MessageOf(step, steps), "");
        return [.. steps.OrderBy(step => step.At.ToDateTimeOffset()).ThenBy(step => step.Number)];
    }

    // A call is traced by what it sent.
    private string MessageOf(Step step, List<Step> steps) =>
        step.Number == 2 ? steps.FirstOrDefault(sent => sent.Number == 5 && sent.Agency == us.Agency && sent.Version == step.Version)?.MessageId ?? "" : step.MessageId;

    // What the receipts of messages do not say: refusals, what waits, deliveries.
    private Step? OfEvent(WatchReply known) => known.Event switch
    {
        EventKinds.Refused => New(3, us.Agency, "refused", known.At, known, known.OtherId),
        EventKinds.Mended => New(5, us.Agency, "mended", known.At, known, known.OtherId),
        EventKinds.Held => New(4, us.Agency, "held", known.At, known, ""),
        EventKinds.Sent or EventKinds.Supplied when known.Message?.Sender == us.Agency => New(5, us.Agency, known.Event, known.At, known, known.OtherId.Length > 0 ? known.OtherId : known.RefusalId),
        EventKinds.Escalated or EventKinds.Undelivered or EventKinds.DisagreementOpened => New(13, us.Agency, known.Event, known.At, known, ""),
        EventKinds.Delivered or EventKinds.NotKept => New(12, us.Agency, known.Event, known.At, known, ""),
        EventKinds.Dropped => New(11, us.Agency, known.Event, known.At, known, ""),
        EventKinds.Misdirected or EventKinds.CopyMisdirected or EventKinds.DestroyedThere => New(13, known.Message?.Sender is { Length: > 0 } said ? said : us.Agency, known.Event, known.At, known, ""),
        EventKinds.EnquiryOpened or EventKinds.EnquiryClosed or EventKinds.DisposalConfirmed or EventKinds.Kept or EventKinds.HoldPut or EventKinds.HoldEnded or EventKinds.Erased =>
            New(13, us.Agency, known.Event, known.At, known, ""),
        _ => null,
    };

    private void OfMessage(List<Step> steps, Exchanged one, Receipt? receipt)
    {
        var message = one.Message;
        var made = Timestamp.FromDateTimeOffset(one.MadeAt);
        if (message.BodyCase == Message.BodyOneofCase.Misdirected) { } // told by the events, which outlive the case
        else if (TransferFold.TransferIn(message) is null) Add(steps, 13, message.Sender, EventKinds.Of(message, ours: true), made, message, message.Version);
        else if (message.Sender != us.Agency) Add(steps, 5, message.Sender, EventKinds.Of(message, ours: true), made, message, message.Version);
        if (receipt is null) return;
        Add(steps, 7, message.Sender, "parcel-made", receipt.ParcelMadeAt, message, message.Version);
        Add(steps, 8, message.Recipient, "opened", receipt.OpenedAt, message, message.Version, receipt.Software);
        Add(steps, 10, message.Recipient, "judged", receipt.JudgedAt, message, message.Version, receipt.Software);
        Add(steps, 11, message.Recipient, "stored", receipt.StoredAt, message, message.Version, receipt.Software);
    }

    private static Step New(uint number, string agency, string what, Timestamp at, WatchReply known, string otherId) => new()
    {
        Number = number, Agency = agency, What = what, At = at, Software = Software.Version, Version = known.Version,
        MessageId = known.Message?.Id ?? "", To = known.Message?.Recipient ?? "", OtherId = otherId,
    };

    private void Add(List<Step> steps, uint number, string agency, string what, Timestamp? at, Message? message, uint version, string? software = null)
    {
        if (at is null) return;
        steps.Add(new()
        {
            Number = number, Agency = agency, What = what, At = at, Version = version, MessageId = message?.Id ?? "", To = message?.Recipient ?? "",
            Software = software ?? (agency == us.Agency ? Software.Version : ""),
        });
    }
}
