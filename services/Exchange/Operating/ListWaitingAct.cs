using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Operating;

/// <summary>What waits to be delivered.</summary>
internal sealed class ListWaitingAct(ILedger ledger, ReadRecords records)
{
    /// <summary>Gives a page of it.</summary>
    internal async Task<ListWaitingReply> Run(ListWaitingRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var size = Seen.PageSize(request.PageSize);
        var after = ledger.PositionOf(request.PageToken) ?? 0;
        await records.Looked(caller, Act.Types.Kind.Inspect);
        var waiting = await ledger.OperatorAsync(read => read.WaitingAsync(after, size + 1, cancellationToken), cancellationToken);
        var queues = await ledger.OperatorAsync(read => read.QueuesAsync(cancellationToken), cancellationToken);
        return new()
        {
            Waiting = { waiting.Take(size).Select(Seen.Of) },
            NextPageToken = waiting.Count > size ? ledger.PageTokenOf(waiting[size - 1].Place) : "",
            Queues =
            {
                queues.Select(queue => new ListWaitingReply.Types.Queue
                {
                    Recipient = queue.Recipient, Lane = (Parcel.Types.Lane)queue.Lane, Messages = (ulong)queue.Messages, OldestSince = Timestamp.FromDateTimeOffset(queue.OldestAt),
                }),
            },
        };
    }
}
