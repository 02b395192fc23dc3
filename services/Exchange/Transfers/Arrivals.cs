using Google.Protobuf;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;
using Body = InfoSharing.V1.Message.BodyOneofCase;
using State = InfoSharing.V1.ListReply.Types.Entry.Types.State;

namespace InfoSharing.Exchange.Transfers;

/// <summary>
/// What arrives becomes one entry of the ledger: the message, what happened, where the transfer now stands, and what this ledger
/// answers by itself. All of it is worked out inside the transaction that stores it, so that of an acceptance and a withdrawal
/// the first one stored here wins.
/// </summary>
internal sealed class Arrivals(AgencyKeys us, ReceiverRules rules, TimeProvider clock) : IArrivals
{
    public Report? Judge(Message message) => TransferFold.TransferIn(message) is { } transfer ? rules.Judge(transfer) : null;

    public LedgerEntry Store(Message message, byte[] bytes, Receipt receipt, byte[] proof, Report? report)
    {
        var transferId = Guid.Parse(message.TransferId);
        var transfer = TransferFold.TransferIn(message);
        var incoming = new IncomingRow(
            Guid.Parse(message.Id), transferId, message.Version, message.Sender, message.Sequence, Messages.KindOf(message), bytes, receipt.Sha256.ToByteArray(), receipt.ToByteArray(), proof);
        return new()
        {
            Rows = new()
            {
                Incoming = incoming,
                Contents = transfer is null ? [] : [Content(transferId, transfer, report)],
                FindableBy = transfer is null ? [] : FindableKeys.Of(transferId, transfer),
            },
            Decide = view => LedgerDecision.Go(Follow(view, transferId, message)),
        };
    }

    public LedgerEntry Done(Receipt receipt)
    {
        var messageId = Guid.Parse(receipt.MessageId);
        return new()
        {
            Rows = new() { Receipt = new(messageId, receipt.Sha256.ToByteArray(), receipt.ToByteArray()) },
            Decide = view => view.Message(messageId) is { Outgoing: true } message
                ? LedgerDecision.Go(new()
                {
                    Events = [new(message.TransferId, message.Version, EventKinds.Delivered, Events.Delivered(message, receipt))],
                    Journey = Arrived(view, message.TransferId, message.Kind),
                })
                : LedgerDecision.No("no-such-message"),
        };
    }

    private ContentRow Content(Guid transferId, Transfer transfer, Report? report)
    {
        var body = transfer.ToByteArray();
        return new(Guid.CreateVersion7(clock.GetUtcNow()), transferId, transfer.Version, Standing.Received, System.Security.Cryptography.SHA256.HashData(body), body, report?.ToByteArray() ?? []);
    }

    // The first message of a transfer that nobody knows yet needs no fold: it is where it stands.
    private LedgerRows Follow(ILedgerView view, Guid transferId, Message message)
    {
        if (message is { BodyCase: Body.Transfer, Sequence: 1 } && view.Journey(transferId) is null && view.Messages(transferId).Count == 0)
            return new() { Events = [Event(transferId, message)], Journey = Journeys.Of(transferId, message.Transfer, State.Delivered) };

        var stored = view.Messages(transferId).Select(TransferStates.Read).OfType<Exchanged>().ToList();
        var known = Applied(transferId, stored).Select(one => one.Id).ToHashSet();
        var all = stored.Append(new(message, view.Now)).ToList();
        var events = Applied(transferId, all).Where(one => !known.Contains(one.Id)).Select(one => Event(transferId, one)).ToList();
        if (events.Count == 0) events.Add(new(transferId, message.Version, EventKinds.Early, Events.Of(message)));

        var state = TransferFold.Of(us.Agency, message.TransferId, all);
        if (OwnAnswer(state, view.Now) is not { } answer) return new() { Events = events, Journey = Journeys.Of(transferId, state) };
        events.Add(Event(transferId, answer));
        var answered = TransferFold.Of(us.Agency, message.TransferId, [.. all, new(TransferStates.Next(all, answer), view.Now)]);
        return new() { Events = events, Outgoing = [Messages.Outgoing(answer)], Journey = Journeys.Of(transferId, answered) };
    }

    // The lead's ledger answers a withdrawal in the transaction that applies it.
    private Message? OwnAnswer(TransferState state, DateTimeOffset now)
    {
        if (LeadActs.AnswerToWithdrawal(state) is not { } said) return null;
        var answer = Messages.New(us.Agency, state.Sender, Guid.Parse(state.TransferId), state.Newest!.Version, now);
        answer.Withdrawn = said;
        return answer;
    }

    private static List<Message> Applied(Guid transferId, IEnumerable<Exchanged> messages) =>
        [.. NumberedStream.Of(transferId.ToString("D"), messages).SelectMany(stream => stream.Applied).Select(one => one.Message)];

    private EventRow Event(Guid transferId, Message message) =>
        new(transferId, message.Version, EventKinds.Of(message, ours: message.Sender == us.Agency), Events.Of(message));

    // Of what a receipt can change in a list, this alone: nothing of ours was there, and now it is.
    private static JourneyRow? Arrived(ILedgerView view, Guid transferId, string kind) =>
        kind == "transfer" && view.Journey(transferId) is { State: "SENT" or "HELD" } journey && journey.Summary.Open() is { } summary
            ? new(transferId, journey.Version, "DELIVERED", summary)
            : null;
}
