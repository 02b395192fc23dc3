using Google.Protobuf;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Documents.Keeping;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Reading;
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
internal sealed class Arrivals(AgencyKeys us, ReceiverRules rules, Breaches breaches, DocumentClerk clerk, TimeProvider clock) : IArrivals
{
    private const string Known = "known";
    private const string NumberTaken = "number-taken";

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
            Decide = view =>
            {
                var stored = view.Messages(transferId);
                return Kept.HasContent(message) && IsLocked(stored, message, view.Now) ? LedgerDecision.No(Kept.Locked) : LedgerDecision.Go(Follow(view, stored, transferId, message, asked));
            },
        };
    }

    public LedgerEntry Drop(Message message, Receipt receipt, bool erased)
    {
        var transferId = Guid.Parse(message.TransferId);
        var kept = Kept.Of(message);
        var row = new IncomingRow(Guid.Parse(message.Id), transferId, message.Version, message.Sender, message.Sequence, Messages.KindOf(message), erased ? [] : kept.ToByteArray(), receipt.Sha256.ToByteArray(), receipt.ToByteArray(), []) { Carries = CarriedBy(message) };
        if (!erased && message.BodyCase == Body.DocumentPart) return new() { Rows = new() { Incoming = row, Events = [new(transferId, message.Version, EventKinds.Dropped, Events.Outliving(kept))] } };
        if (!erased) return new() { Rows = new() { Incoming = row }, Decide = view => LedgerDecision.Go(Follow(view, view.Messages(transferId), transferId, kept, null, dropped: true)) };
        var certificate = CertificateIn(message);
        return new()
        {
            Rows = new()
            {
                Incoming = row,
                Events = [new(transferId, message.Version, certificate is null ? EventKinds.Dropped : EventKinds.DestroyedThere, Events.Outliving(message), OutlivesCase: true)],
                Audits = certificate is null ? [] : [CustodyRecords.Row(transferId, new() { Act = ByTheOther(message.Sender), Certificate = certificate })],
            },
        };
    }

    public void Stored(Message message)
    {
        if (message.BodyCase is Body.DocumentPart or Body.Transfer or Body.Supplied) clerk.MayBeWhole(Guid.Parse(message.TransferId));
    }

    public LedgerEntry Done(Receipt receipt)
    {
        var messageId = Guid.Parse(receipt.MessageId);
        return new()
        {
            Rows = new() { Receipt = new(messageId, receipt.Sha256.ToByteArray(), receipt.ToByteArray()) },
            Decide = view => view.Sent(messageId) is { } message
                ? LedgerDecision.Go(new()
                {
                    Events = [new(message.TransferId, message.Version, receipt.NotKept ? EventKinds.NotKept : message.GoesAgain ? EventKinds.DeliveredAgain : EventKinds.Delivered, Events.Delivered(message, receipt), OutlivesCase: view.IsErased(message.TransferId))],
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

    // A part is in no stream: it waits for nothing, and changes nothing of where the transfer stands.
    private LedgerEntry Part(Guid transferId, Message message, byte[] bytes, Receipt receipt, byte[] proof)
    {
        return new()
        {
            Rows = new()
            {
                Incoming = new(Guid.Parse(message.Id), transferId, message.Version, message.Sender, message.Sequence, Messages.KindOf(message), bytes, receipt.Sha256.ToByteArray(), receipt.ToByteArray(), proof)
                {
                    Carries = CarriedBy(message),
                },
                Events = [Event(transferId, message)],
            },
            Decide = view => IsLocked(view.Messages(transferId), message, view.Now) ? LedgerDecision.No(Kept.Locked) : LedgerDecision.Go(),
        };
    }

    private static CarriedPart? CarriedBy(Message message) =>
        message.BodyCase == Body.DocumentPart ? new(message.DocumentPart.Document, Guid.Parse(message.DocumentPart.Upload), message.DocumentPart.Part, message.DocumentPart.Of) : null;

    private ContentRow Content(Guid transferId, Transfer transfer, Report? report, Standing standing = Standing.Received)
    {
        var body = transfer.ToByteArray();
        return new(Guid.CreateVersion7(clock.GetUtcNow()), transferId, transfer.Version, standing, System.Security.Cryptography.SHA256.HashData(body), body, report?.ToByteArray() ?? []);
    }

    // The first message of a transfer that nobody knows yet needs no fold: it is where it stands.
    private LedgerRows Follow(ILedgerView view, IReadOnlyList<StoredMessage> stored, Guid transferId, Message message, Asked? asked, bool dropped = false)
    {
        if (asked is null && !dropped && message is { BodyCase: Body.Transfer, Sequence: 1 } && stored.Count == 0 && view.Journey(transferId) is null)
            return new() { Events = [Event(transferId, message)], Journey = Journeys.Of(transferId, message.Transfer, State.Delivered) };

        var all = stored.Select(TransferStates.Read).OfType<Exchanged>().ToList();
        var known = Applied(transferId, all).Select(one => one.Id).ToHashSet();
        var before = TransferFold.Of(us.Agency, message.TransferId, all);
        all.Add(new(message, view.Now));
        var now = TransferFold.Of(us.Agency, message.TransferId, all);
        var (events, audits) = WrongPlaces(transferId, message, before, now, stored);
        events.AddRange(Applied(transferId, all).Where(one => !known.Contains(one.Id) && one.BodyCase != Body.Misdirected)
            .Select(one => dropped && one.Id == message.Id ? new(transferId, one.Version, EventKinds.Dropped, Events.Outliving(one)) : Event(transferId, one)));
        if (events.Count == 0) events.Add(new(transferId, message.Version, Applied(transferId, all).Any(one => one.Id == message.Id) ? EventKinds.Told : EventKinds.Early, Events.Of(message)));

        var outgoing = new List<OutgoingRow>();
        foreach (var answer in OwnAnswers(now, message, HasAsked(all, message) ? null : asked, view.Now))
        {
            events.Add(Event(transferId, answer));
            outgoing.Add(Messages.Outgoing(answer));
            all.Add(new(TransferStates.Next(all, answer), view.Now));
        }
        return new() { Events = events, Audits = audits, Outgoing = outgoing, Journey = Journeys.Of(transferId, TransferFold.Of(us.Agency, message.TransferId, all)) };
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

    // Told once, whichever message completes the picture: that it went to the wrong place, which opens the breach record here too; and the other side's certificate.
    private (List<EventRow> Events, List<AuditRow> Audits) WrongPlaces(Guid transferId, Message message, TransferState before, TransferState now, IReadOnlyList<StoredMessage> stored)
    {
        var (events, audits) = (new List<EventRow>(), new List<AuditRow>());
        if (now.Misdirected is { } wrong && !before.IsLocked) Tell(EventKinds.Misdirected, wrong, now.Side == Side.Sender ? Other(now, wrong, message) : us.Agency);
        foreach (var copy in now.Copies)
            if (copy.Misdirected is { } astray && before.Copies.FirstOrDefault(one => one.Agency == copy.Agency)?.Misdirected is null) Tell(EventKinds.CopyMisdirected, astray, copy.Agency);
        if (CertificateIn(message) is { } certificate && now.IsKnown)
        {
            events.Add(new(transferId, message.Version, EventKinds.DestroyedThere, Events.Outliving(message), OutlivesCase: true));
            audits.Add(CustodyRecords.Row(transferId, new() { Act = ByTheOther(message.Sender), Certificate = certificate }));
        }
        return (events, audits);

        void Tell(string kind, WrongPlace said, string receiver)
        {
            var country = now.Newest?.From?.Country ?? default;
            events.Add(new(transferId, message.Version, kind, Events.Outliving(new() { TransferId = message.TransferId, Version = message.Version, Sender = said.SaidBy, Recipient = us.Agency }, breaches.AssessBy(said.At, country)), OutlivesCase: true));
            audits.Add(CustodyRecords.Row(transferId, new() { Act = ByTheOther(said.SaidBy), By = said.By, Breach = breaches.Of(now.Sender, receiver, said, country, stored) }));
        }
    }

    private static string Other(TransferState now, WrongPlace wrong, Message message) => wrong.SaidBy != now.Sender ? wrong.SaidBy : now.Lead.Length > 0 ? now.Lead : message.Sender;

    private Act ByTheOther(string agency) => new() { Kind = Act.Types.Kind.Breach, Agency = agency, At = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(clock.GetUtcNow()) };

    private static DestructionCertificate? CertificateIn(Message message) =>
        message is { BodyCase: Body.Misdirected, Misdirected.Certificate: { } certificate } && certificate.Agency == message.Sender && certificate.TransferId == message.TransferId ? certificate : null;

    private bool IsLocked(IReadOnlyList<StoredMessage> stored, Message message, DateTimeOffset now) =>
        stored.Any(one => one.Kind == "misdirected")
        && TransferFold.Of(us.Agency, message.TransferId, [.. stored.Select(TransferStates.Read).OfType<Exchanged>(), new(message, now)]) is { IsLocked: true } state && state.Sender == message.Sender;

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
