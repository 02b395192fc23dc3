using Google.Protobuf;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Transfers;

/// <summary>An event's detail: what Watch gives with it, as the contract's own WatchReply without cursor, kind and time, which the ledger has in clear.</summary>
internal static class Events
{
    /// <summary>Of a message.</summary>
    internal static byte[] Of(Message message, string otherId = "", string refusalId = "") =>
        new WatchReply { Message = Messages.WithoutContent(message), OtherId = otherId, RefusalId = refusalId }.ToByteArray();

    /// <summary>Of a refusal: its own id, and its alert's.</summary>
    internal static byte[] Refused(string refusalId, string alertId) => new WatchReply { RefusalId = refusalId, OtherId = alertId }.ToByteArray();

    /// <summary>Of what went to nobody.</summary>
    internal static byte[] Nothing(string otherId) => new WatchReply { OtherId = otherId }.ToByteArray();

    /// <summary>Of what waits: for whom.</summary>
    internal static byte[] Held(SendReply.Types.Held held) => new WatchReply { Message = new() { Recipient = held.Agency } }.ToByteArray();

    /// <summary>Of a delivery: which message, to whom.</summary>
    internal static byte[] Delivered(SentMessage message, Receipt receipt) =>
        new WatchReply { Message = new() { Id = receipt.MessageId, TransferId = message.TransferId.ToString("D"), Version = message.Version, Sequence = message.Sequence, Recipient = message.Recipient } }.ToByteArray();

    /// <summary>Of a clock that ran out: whom to tell. Of a message without a receipt, which.</summary>
    internal static byte[] Of(Notice notice, Guid? messageId = null, string to = "") =>
        new WatchReply { Notice = notice, Message = messageId is { } id ? new() { Id = id.ToString("D"), Recipient = to } : null }.ToByteArray();

    /// <summary>Of what outlives the case: which message, if any, from whom to whom, and until when something holds.</summary>
    internal static byte[] Outliving(Message? message = null, DateTimeOffset? until = null) => new WatchReply
    {
        Message = message is null ? null : Messages.Envelope(message),
        Until = until is { } day ? Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(day) : null,
    }.ToByteArray();

    /// <summary>As Watch gives it; null where it is about no transfer, or the case is erased.</summary>
    internal static WatchReply? Read(LedgerEvent stored)
    {
        if (stored.TransferId is not { } transferId || stored.Detail.Open() is not { } detail) return null;
        var reply = WatchReply.Parser.ParseFrom(detail);
        reply.Cursor = stored.Cursor;
        reply.TransferId = transferId.ToString("D");
        reply.Version = stored.Version;
        reply.Event = stored.Kind;
        reply.At = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(stored.At);
        return reply;
    }
}
