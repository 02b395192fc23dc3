using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Delivery;

/// <summary>Stores what arrives, and knows nothing of cases.</summary>
internal sealed class PlainArrivals : IArrivals
{
    internal Func<Message, Report?> Judging { get; set; } = _ => null;

    internal Func<Message, bool> Fails { get; set; } = _ => false;

    internal Func<Receipt, bool> FailsDone { get; set; } = _ => false;

    public Report? Judge(Message message) => Judging(message);

    public LedgerEntry Store(Message message, byte[] bytes, Receipt receipt, byte[] proof, Report? report)
    {
        if (Fails(message)) throw new InvalidOperationException($"cannot store {message.Contact?.Text?.Text_}");
        return new()
        {
            Rows = new()
            {
                Incoming = new(Guid.Parse(message.Id), Guid.Parse(message.TransferId), message.Version, message.Sender, message.Sequence, "contact", bytes, receipt.Sha256.ToByteArray(), Google.Protobuf.MessageExtensions.ToByteArray(receipt), proof),
                Events = [new(Guid.Parse(message.TransferId), message.Version, "received", [])],
            },
        };
    }

    public LedgerEntry Back(Message message, byte[] bytes, Receipt receipt)
    {
        var (id, about) = (Guid.Parse(message.Id), Guid.Parse(message.TransferId));
        return new()
        {
            Rows = new()
            {
                GivenBack = new(id, about, message.Version, message.Recipient, 2, message.Sequence, "contact", bytes, receipt.Sha256.ToByteArray(), DateTimeOffset.UnixEpoch, Google.Protobuf.MessageExtensions.ToByteArray(receipt)),
                Events = [new(about, message.Version, "given-back", [])],
            },
            Decide = view => view.Message(id) is not null ? LedgerDecision.No("known")
                : view.Messages(about).Any(one => one.Outgoing && one.Partner == message.Recipient && one.Sequence == message.Sequence) ? LedgerDecision.No("number-taken") : LedgerDecision.Go(),
        };
    }

    public LedgerEntry Drop(Message message, Receipt receipt, bool erased) => new()
    {
        Rows = new()
        {
            Incoming = new(Guid.Parse(message.Id), Guid.Parse(message.TransferId), message.Version, message.Sender, message.Sequence, "contact", [], receipt.Sha256.ToByteArray(), Google.Protobuf.MessageExtensions.ToByteArray(receipt), []),
            Events = [new(Guid.Parse(message.TransferId), message.Version, "dropped", [], OutlivesCase: true)],
        },
    };

    public LedgerEntry Done(Receipt receipt)
    {
        if (FailsDone(receipt)) throw new InvalidOperationException("cannot store this receipt");
        var id = Guid.Parse(receipt.MessageId);
        return new()
        {
            Rows = new() { Receipt = new(id, receipt.Sha256.ToByteArray(), Google.Protobuf.MessageExtensions.ToByteArray(receipt)) },
            Decide = view => view.Message(id) is { Outgoing: true } message ? LedgerDecision.Go(new() { Events = [new(message.TransferId, 1, "delivered", [])] }) : LedgerDecision.No("no-such-message"),
        };
    }
}
