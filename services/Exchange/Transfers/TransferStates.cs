using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Transfers;

/// <summary>Reads where a transfer stands out of what the ledger has of it.</summary>
internal static class TransferStates
{
    /// <summary>The fold of the stored messages.</summary>
    internal static TransferState Of(string us, Guid transferId, IEnumerable<StoredMessage> messages, LocalFacts? local = null) =>
        TransferFold.Of(us, transferId.ToString("D"), messages.Select(Read).OfType<Exchanged>(), local);

    /// <summary>A message of ours with the number that the ledger's writer is about to give it.</summary>
    internal static Message Next(IEnumerable<Exchanged> stored, Message ours)
    {
        var next = ours.Clone();
        next.Sequence = stored.Where(one => one.Message.Sender == ours.Sender && one.Message.Recipient == ours.Recipient).Select(one => one.Message.Sequence).DefaultIfEmpty().Max() + 1;
        return next;
    }

    /// <summary>A stored message as the fold takes it; null where its case is erased.</summary>
    internal static Exchanged? Read(StoredMessage stored) =>
        stored.Body.Open() is { } bytes ? new(Message.Parser.ParseFrom(bytes), stored.At, stored.DoneAt) : null;
}
