using Grpc.Core;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Delivery.Receive;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.V1;
using InfoSharing.Validator.Shapes;

namespace InfoSharing.Exchange.Operating;

/// <summary>
/// Opens quarantined parcels again, as if they had just come. What they hold that is here already is dropped, and its receipt given again; what still cannot be opened stays as it
/// is. A message that was put aside alone needs none of this: its sender has no receipt, and sends it again by itself.
/// </summary>
internal sealed class RetakeAct(ILedger ledger, ParcelInbox inbox, ReadRecords records)
{
    private const int Most = 1_000;

    /// <summary>Does it.</summary>
    internal async Task Run(RetakeRequest request, Caller caller, IServerStreamWriter<RetakeReply> replies, CancellationToken cancellationToken)
    {
        if (request.Ids.Count == 0 && request.Reason.Length == 0) throw new NotATransferException([new ShapeFault("reason", "Name the parcels by their ids, or all of one reason. 'quarantine list' shows both.")]);
        await records.Looked(caller, request.DryRun ? Act.Types.Kind.Inspect : Act.Types.Kind.Redrive);
        // The set is frozen before the first is opened: what is put aside meanwhile is not in it.
        var set = (await SetOf(request, cancellationToken)).Where(one => QuarantineReasons.IsOfParcel(one.Reason)).Take(Most).ToList();
        await replies.WriteAsync(new() { Ids = { set.Select(one => one.Id.ToString("D")) }, Ended = request.DryRun }, cancellationToken);
        if (request.DryRun) return;
        var (opened, notOpened) = (0u, 0u);
        foreach (var one in set)
        {
            var bytes = (await ledger.OperatorAsync(read => read.OpenPutAsideAsync(one.Id, cancellationToken), cancellationToken))?.Content.Open();
            if (bytes is not null && await inbox.RetakeAsync(bytes, one.Sender)) opened++;
            else notOpened++;
            await replies.WriteAsync(new() { Opened = opened, NotOpened = notOpened }, cancellationToken);
        }
        await replies.WriteAsync(new() { Opened = opened, NotOpened = notOpened, Ended = true }, cancellationToken);
    }

    private async Task<IReadOnlyList<PutAside>> SetOf(RetakeRequest request, CancellationToken cancellationToken)
    {
        var set = new List<PutAside>();
        if (request.Ids.Count > 0)
        {
            foreach (var id in request.Ids.Take(Most))
                if (await ledger.OperatorAsync(read => read.OpenPutAsideAsync(Api.Shapes.Id(id, "quarantined parcel"), cancellationToken), cancellationToken) is { } found) set.Add(found.Row);
            return set;
        }
        var since = request.Since?.ToDateTimeOffset() ?? DateTimeOffset.MinValue;
        var before = long.MaxValue;
        while (set.Count < Most)
        {
            var rows = await ledger.OperatorAsync(read => read.PutAsideAsync(before, Most, cancellationToken), cancellationToken);
            set.AddRange(rows.Where(row => row.Reason == request.Reason && row.At >= since));
            if (rows.Count < Most || rows[^1].At < since) break;
            before = rows[^1].Place;
        }
        return set;
    }
}
