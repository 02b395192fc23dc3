using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Delivery.Receive;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Operating;

/// <summary>What was put aside because it was not believed.</summary>
internal sealed class ListQuarantineAct(ILedger ledger, ReadRecords records)
{
    /// <summary>Gives a page of it.</summary>
    internal async Task<ListQuarantineReply> Run(ListQuarantineRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var size = Seen.PageSize(request.PageSize);
        var before = ledger.PositionOf(request.PageToken) ?? long.MaxValue;
        await records.Looked(caller, Act.Types.Kind.Inspect);
        var rows = await ledger.OperatorAsync(read => read.PutAsideAsync(before, size + 1, cancellationToken), cancellationToken);
        return new()
        {
            Entries =
            {
                rows.Take(size).Select(row => new ListQuarantineReply.Types.Entry
                {
                    Id = row.Id.ToString("D"), Reason = row.Reason, Sender = row.Sender ?? "", At = Timestamp.FromDateTimeOffset(row.At), Size = Seen.Band(row.Bytes),
                    Security = QuarantineReasons.IsSecurity(row.Reason), Parcel = QuarantineReasons.IsOfParcel(row.Reason),
                }),
            },
            NextPageToken = rows.Count > size ? ledger.PageTokenOf(rows[size - 1].Place) : "",
        };
    }
}
