using Google.Protobuf;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Writing;
using InfoSharing.Exchange.Telemetry;
using InfoSharing.V1;
using Body = InfoSharing.V1.Message.BodyOneofCase;
using Lane = InfoSharing.V1.Parcel.Types.Lane;
using TransferKind = InfoSharing.V1.Transfer.Types.Kind;

namespace InfoSharing.Exchange.Transfers;

/// <summary>Makes the messages of this agency, and says how each travels.</summary>
internal static class Messages
{
    /// <summary>A message without its body and its sequence, which the ledger's writer gives it.</summary>
    /// <param name="from">The agency that tells.</param>
    /// <param name="to">The agency that is told.</param>
    /// <param name="transferId">The transfer.</param>
    /// <param name="version">Its version.</param>
    /// <param name="now">The instant, which its id carries: both ledgers read it there.</param>
    internal static Message New(string from, string to, Guid transferId, uint version, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now).ToString("D"),
        TransferId = transferId.ToString("D"),
        Version = version,
        Sender = from,
        Recipient = to,
        Traceparent = Traces.Here,
    };

    /// <summary>The row that sends it. That something went to the wrong place goes though its case is erased.</summary>
    internal static OutgoingRow Outgoing(Message message) => Outgoing(message, message.ToByteArray());

    /// <summary>The same, of a message that may carry the whole of a transfer that is written already.</summary>
    internal static OutgoingRow Outgoing(Message message, WrittenTransfer written)
    {
        if (!ReferenceEquals(message.Transfer, written.Transfer)) return Outgoing(message);
        message.Transfer = null;
        var envelope = message.ToByteArray();
        message.Transfer = written.Transfer;
        return Outgoing(message, NestedField.After(envelope, written.Bytes, Message.TransferFieldNumber));
    }

    /// <summary>The name of its body, as the contract gives it: "transfer", "document_part".</summary>
    internal static string KindOf(Message message) => Message.Descriptor.FindFieldByNumber((int)message.BodyCase)?.Name ?? "";

    /// <summary>Its lane: alerts and answers overtake hand-overs, and those overtake documents.</summary>
    internal static Lane LaneOf(Message message) => message.BodyCase switch
    {
        Body.Transfer => LaneOf(message.Transfer),
        Body.Supplied => LaneOf(message.Supplied.Transfer),
        Body.DocumentPart => Lane.Documents,
        _ => Lane.AlertsAndAnswers,
    };

    /// <summary>What Watch gives of it: the message without the transfer and without a document's bytes.</summary>
    internal static Message WithoutContent(Message message)
    {
        if (message.BodyCase is not (Body.Transfer or Body.Supplied or Body.DocumentPart)) return message;
        var bare = Envelope(message);
        if (message.BodyCase == Body.DocumentPart)
            bare.DocumentPart = new() { Document = message.DocumentPart.Document, Part = message.DocumentPart.Part, Of = message.DocumentPart.Of };
        return bare;
    }

    /// <summary>From whom to whom, about which transfer, and nothing that it says.</summary>
    internal static Message Envelope(Message message) => new()
    {
        Id = message.Id, TransferId = message.TransferId, Version = message.Version, Sequence = message.Sequence,
        Sender = message.Sender, Recipient = message.Recipient, Traceparent = message.Traceparent, Withheld = message.Withheld,
    };

    private static OutgoingRow Outgoing(Message message, byte[] bytes) =>
        new(Guid.Parse(message.Id), Guid.Parse(message.TransferId), message.Version, message.Recipient, (int)LaneOf(message), KindOf(message), bytes, message.BodyCase == Body.Misdirected);

    private static Lane LaneOf(Transfer? transfer) =>
        transfer?.Kind is TransferKind.Notification or TransferKind.MissingFamilyAlert ? Lane.AlertsAndAnswers : Lane.Transfers;
}
