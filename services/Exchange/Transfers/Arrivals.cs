using Google.Protobuf;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Documents.Keeping;
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
internal sealed class Arrivals(AgencyKeys us, ReceiverRules rules, DocumentClerk clerk, TimeProvider clock) : IArrivals
{
    public Report? Judge(Message message) => TransferFold.TransferIn(message) is { } transfer ? rules.Judge(message, transfer) : null;

    public LedgerEntry Store(Message message, byte[] bytes, Receipt receipt, byte[] proof, Report? report)
    {
        var transferId = Guid.Parse(message.TransferId);
        if (message.BodyCase == Body.DocumentPart) return Part(transferId, message, bytes, receipt, proof);
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

    public void Stored(Message message)
    {
        if (message.BodyCase is Body.DocumentPart or Body.Transfer or Body.Supplied) clerk.Look(Guid.Parse(message.TransferId));
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

    // A part is in no stream: it waits for nothing, and changes nothing of where the transfer stands.
    private LedgerEntry Part(Guid transferId, Message message, byte[] bytes, Receipt receipt, byte[] proof)
    {
        var part = message.DocumentPart;
        return new()
        {
            Rows = new()
            {
                Incoming = new(Guid.Parse(message.Id), transferId, message.Version, message.Sender, message.Sequence, Messages.KindOf(message), bytes, receipt.Sha256.ToByteArray(), receipt.ToByteArray(), proof)
                {
                    Carries = new(part.Document, Guid.Parse(part.Upload), part.Part, part.Of),
                },
                Events = [Event(transferId, message)],
            },
        };
    }

    private ContentRow Content(Guid transferId, Transfer transfer, Report? report)
    {
        var body = transfer.ToByteArray();
        return new(Guid.CreateVersion7(clock.GetUtcNow()), transferId, transfer.Version, Standing.Received, System.Security.Cryptography.SHA256.HashData(body), body, report?.ToByteArray() ?? []);
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
        foreach (var answer in OwnAnswers(TransferFold.Of(us.Agency, message.TransferId, all), message, asked, view.Now))
        {
            events.Add(Event(transferId, answer));
            outgoing.Add(Messages.Outgoing(answer));
            all.Add(new(TransferStates.Next(all, answer), view.Now));
        }
        return new() { Events = events, Outgoing = outgoing, Journey = Journeys.Of(transferId, TransferFold.Of(us.Agency, message.TransferId, all)) };
    }

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
