using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Retention.Schedule;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using InfoSharing.Validator.Clocks;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Retention.Disposal;

/// <summary>What the schedule proposes for disposal. Ids and days; the case itself is not shown.</summary>
internal sealed class ListDueAct(ILedger ledger, AgencyKeys us, IOptions<RetentionOptions> options, ContentLock locks, ReadRecords records, TimeProvider clock)
{
    private const uint Usual = 50;
    private const uint Most = 200;

    // Most of a ledger is not due: so many cases are looked at for a page, then the caller asks on.
    private const int MostLookedAt = 5_000;

    private readonly RetentionSchedule _schedule = new(options.Value);

    internal async Task<ListDueReply> Run(ListDueRequest request, Caller caller, CancellationToken cancellationToken)
    {
        await records.Looked(caller, Act.Types.Kind.ListDue);
        var now = clock.GetUtcNow();
        var wanted = (int)Math.Min(request.PageSize == 0 ? Usual : request.PageSize, Most);
        var reply = new ListDueReply { NextPageToken = request.PageToken };
        var looked = 0;
        do
        {
            var page = await ledger.UnchangedAsync(now, wanted, reply.NextPageToken, cancellationToken);
            foreach (var listed in page.Transfers)
                if (await Entry(listed, now, cancellationToken) is { } entry) reply.Cases.Add(entry);
            (looked, reply.NextPageToken) = (looked + page.Transfers.Count, page.NextPageToken ?? "");
        }
        while (reply.NextPageToken.Length > 0 && reply.Cases.Count == 0 && looked < MostLookedAt);
        return reply;
    }

    private async Task<ListDueReply.Types.Entry?> Entry(ListedTransfer listed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = London.DayOf(now);
        if (DueCases.Facts(listed, us.Agency) is not { } facts || _schedule.Of(facts) is not { } due || due.On > today) return null;
        var custody = Custody.Of(CustodyRecords.In(await ledger.AuditAsync(listed.TransferId, cancellationToken)), us.Agency, now, TimeSpan.FromDays(options.Value.ConfirmWithinDays));
        if (custody.KeptUntil >= now) return null;
        return new()
        {
            TransferId = listed.TransferId.ToString("D"),
            Kind = facts.IsAlert ? "alert" : "hand-over",
            State = facts.State,
            Since = Timestamp.FromDateTimeOffset(listed.ChangedAt),
            DueOn = due.On.ToString("yyyy-MM-dd"),
            Schedule = due.Entry,
            Under18 = await IsAboutUnder18(listed.TransferId, today, cancellationToken),
            OnHold = custody.Hold is not null,
            Confirmed = custody.Confirmed.Count > 0 ? custody.Confirmed[^1].Capacity : default,
        };
    }

    private async Task<bool> IsAboutUnder18(Guid transferId, DateOnly today, CancellationToken cancellationToken) =>
        await locks.Of(transferId, cancellationToken) is not null
        || (await ledger.OpenAsync(transferId, 0, null, cancellationToken))?.Body.Open() is not { } body
        || DueCases.IsAboutUnder18(Transfer.Parser.ParseFrom(body), today);
}
