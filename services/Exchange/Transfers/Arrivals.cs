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
    private const string Known = "known";
    private const string NumberTaken = "number-taken";

    public Report? Judge(Message message) => TransferFold.TransferIn(message) is { } transfer ? rules.Judge(message, transfer) : null;

    public LedgerEntry Store(Message message, byte[] bytes, Receipt receipt, byte[] proof, Report? report)
    {
        var transferId = Guid.Parse(message.TransferId);
        var transfer = TransferFold.TransferIn(message);
        var asked = transfer is not null && report is not null ? rules.Ask(message, transfer, report, clock.GetUtcNow()) : null;
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
            Decide = view => LedgerDecision.Go(Follow(view, transferId, message, asked)),
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
                    Events = [new(message.TransferId, message.Version, message.GoesAgain ? EventKinds.DeliveredAgain : EventKinds.Delivered, Events.Delivered(message, receipt))],
                    Journey = Arrived(view, message.TransferId, message.Kind),
                })
                : LedgerDecision.No("no-such-message"),
        };
    }

    public LedgerEntry Back(Message message, byte[] bytes, Receipt receipt)
    {
        var (id, transferId) = (Guid.Parse(message.Id), Guid.Parse(message.TransferId));
        var made = Exchanged.MadeAtOf(message.Id) ?? clock.GetUtcNow();
        return new()
        {
            Rows = new()
            {
                GivenBack = new(id, transferId, message.Version, message.Recipient, (int)Messages.LaneOf(message), message.Sequence, Messages.KindOf(message), bytes, receipt.Sha256.ToByteArray(), made, receipt.ToByteArray()),
            },
            Decide = view =>
            {
                if (view.Message(id) is not null) return LedgerDecision.No(Known);
                var stored = view.Messages(transferId);
                if (stored.Any(one => one.Outgoing && one.Partner == message.Recipient && one.Sequence == message.Sequence)) return LedgerDecision.No(NumberTaken);
                var after = TransferFold.Of(us.Agency, message.TransferId, [.. stored.Select(TransferStates.Read).OfType<Exchanged>(), new(message, made, view.Now)]);
                var written = WrittenIn(message, view);
                return LedgerDecision.Go(new()
                {
                    Events = [Event(transferId, message), new(transferId, message.Version, EventKinds.GivenBack, Events.Of(message))],
                    Contents = written is null ? [] : [Content(transferId, written, null, Standing.Sent)],
                    FindableBy = written is null ? [] : FindableKeys.Of(transferId, written),
                    Journey = Journeys.Of(transferId, after),
                });
            },
        };
    }

    // What the lead was told is the nearest to what was written; a copy's view has less.
    private static Transfer? WrittenIn(Message message, ILedgerView view) =>
        TransferFold.TransferIn(message) is { } transfer && (transfer.Lead is not { Agency: { Length: > 0 } lead } || lead == message.Recipient)
        && view.Transfer(Guid.Parse(message.TransferId), transfer.Version, Standing.Sent) is null
            ? transfer
            : null;

    private ContentRow Content(Guid transferId, Transfer transfer, Report? report, Standing standing = Standing.Received)
    {
        var body = transfer.ToByteArray();
        return new(Guid.CreateVersion7(clock.GetUtcNow()), transferId, transfer.Version, standing, System.Security.Cryptography.SHA256.HashData(body), body, report?.ToByteArray() ?? []);
    }

    // The first message of a transfer that nobody knows yet needs no fold: it is where it stands.
    private LedgerRows Follow(ILedgerView view, Guid transferId, Message message, Asked? asked)
    {
        if (asked is null && message is { BodyCase: Body.Transfer, Sequence: 1 } && view.Journey(transferId) is null && view.Messages(transferId).Count == 0)
            return new() { Events = [Event(transferId, message)], Journey = Journeys.Of(transferId, message.Transfer, State.Delivered) };

        var all = view.Messages(transferId).Select(TransferStates.Read).OfType<Exchanged>().ToList();
        var known = Applied(transferId, all).Select(one => one.Id).ToHashSet();
        all.Add(new(message, view.Now));
        var events = Applied(transferId, all).Where(one => !known.Contains(one.Id)).Select(one => Event(transferId, one)).ToList();
        if (events.Count == 0) events.Add(new(transferId, message.Version, EventKinds.Early, Events.Of(message)));

        var outgoing = new List<OutgoingRow>();
        foreach (var answer in OwnAnswers(TransferFold.Of(us.Agency, message.TransferId, all), message, HasAsked(all, message) ? null : asked, view.Now))
        {
            events.Add(Event(transferId, answer));
            outgoing.Add(Messages.Outgoing(answer));
            all.Add(new(TransferStates.Next(all, answer), view.Now));
        }
        return new() { Events = events, Outgoing = outgoing, Journey = Journeys.Of(transferId, TransferFold.Of(us.Agency, message.TransferId, all)) };
    }

    // A version that came again, because this ledger had lost it, was asked about then.
    private bool HasAsked(IEnumerable<Exchanged> all, Message message) =>
        all.Any(one => one.Message.Sender == us.Agency && one.Message.BodyCase == Body.Asked && one.Message.Version == message.Version && EventKinds.Of(one.Message, ours: true) == EventKinds.RulesAsked);

    // What this ledger says by itself: the lead's answer to a withdrawal, in the transaction that applies it, and what its own rules ask.
    private IEnumerable<Message> OwnAnswers(TransferState state, Message message, Asked? asked, DateTimeOffset now)
    {
        if (!state.IsKnown) yield break;
        if (LeadActs.AnswerToWithdrawal(state) is { } withdrawn)
        {
            var answer = Messages.New(us.Agency, state.Sender, Guid.Parse(state.TransferId), state.Newest!.Version, now);
            answer.Withdrawn = withdrawn;
            yield return answer;
        }
        else if (asked is not null && state.Side == Side.Lead && state.Withdrawal is null && !state.IsLocked)
        {
            var answer = Messages.New(us.Agency, state.Sender, Guid.Parse(state.TransferId), message.Version, now);
            answer.Asked = asked;
            yield return answer;
        }
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
