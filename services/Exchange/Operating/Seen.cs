using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.V1;
using SizeBand = InfoSharing.V1.ListWaitingReply.Types.SizeBand;
using Waiting = InfoSharing.V1.ListWaitingReply.Types.Waiting;

namespace InfoSharing.Exchange.Operating;

/// <summary>What an operator is shown of a row: no size that says which case it is, no kind, no word.</summary>
internal static class Seen
{
    /// <summary>A message of ours.</summary>
    internal static Waiting Of(QueuedMessage message) => new()
    {
        MessageId = message.Id.ToString("D"), TransferId = message.TransferId.ToString("D"), Recipient = message.Recipient, Lane = (Parcel.Types.Lane)message.Lane, Size = Band(message.Bytes),
        Since = Timestamp.FromDateTimeOffset(message.At), Attempts = (uint)message.Attempts, NextAt = message.Done ? null : Timestamp.FromDateTimeOffset(message.DueAt), Again = message is { Done: false, Again: true }, Erased = message.Erased,
    };

    /// <summary>How large, roughly.</summary>
    internal static SizeBand Band(long bytes) => bytes switch
    {
        < 4 << 10 => SizeBand.Small,
        < 64 << 10 => SizeBand.Medium,
        < 1 << 20 => SizeBand.Large,
        _ => SizeBand.VeryLarge,
    };

    /// <summary>How many entries a page has.</summary>
    internal static int PageSize(uint asked) => (int)Math.Min(asked == 0 ? 100 : asked, 1_000);
}
