using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Transfers;

/// <summary>Reads where a transfer stands out of what the ledger has of it.</summary>
internal static class TransferStates
{
    /// <summary>The fold of the stored messages.</summary>
    internal static TransferState Of(string us, Guid transferId, IEnumerable<StoredMessage> messages, LocalFacts? local = null, IEnumerable<Exchanged>? parts = null) =>
        TransferFold.Of(us, transferId.ToString("D"), messages.Select(Read).OfType<Exchanged>().Concat(parts ?? []), local);

    /// <summary>The messages that carry parts of documents, as the fold takes them: without the bytes. Those of a document that came in other bytes than it should are as if they had not come.</summary>
    internal static IEnumerable<Exchanged> Parts(string us, Guid transferId, IEnumerable<StoredCarried> carried, IReadOnlySet<Guid>? wrong = null) =>
        carried.Where(one => wrong is null || !wrong.Contains(one.Carries.Upload)).Select(one => new Exchanged(
            new()
            {
                Id = one.MessageId.ToString("D"), TransferId = transferId.ToString("D"), Version = one.Version, Sequence = one.Carries.Part,
                Sender = one.Outgoing ? us : one.Partner, Recipient = one.Outgoing ? one.Partner : us,
                DocumentPart = new() { Document = one.Carries.Document, Part = one.Carries.Part, Of = one.Carries.Parts, Upload = one.Carries.Upload.ToString("D") },
            }, one.At, one.DoneAt));

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
