using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Answers.Owing;
using InfoSharing.Exchange.Api.Documents;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using Entry = InfoSharing.V1.ListOwedReply.Types.Entry;

namespace InfoSharing.Exchange.Api.Reading;

/// <summary>What this agency owes and is owed over all its transfers, the next due first.</summary>
internal sealed class ListOwedAct(ILedger ledger, AgencyKeys us, OwedItems owedItems, DocumentsNow documents, ReadRecords records, TimeProvider clock)
{
    private const uint Usual = 200;
    private const uint Most = 1000;
    private const int LookedAt = 10_000;

    /// <summary>Gives it.</summary>
    internal async Task<ListOwedReply> Run(ListOwedRequest request, Caller caller, CancellationToken cancellationToken)
    {
        await records.Looked(caller, Act.Types.Kind.List);
        var now = clock.GetUtcNow();
        var all = new List<Entry>();
        foreach (var transferId in await ledger.UnderWayAsync(LookedAt, cancellationToken)) all.AddRange(await Of(transferId, now, cancellationToken));
        var most = (int)Math.Min(request.Most == 0 ? Usual : request.Most, Most);
        return new()
        {
            Owed = { all.OrderBy(one => one.Owed.Due?.ToDateTimeOffset() ?? DateTimeOffset.MaxValue).ThenBy(one => one.TransferId, StringComparer.Ordinal).Take(most) },
            LeftOff = (uint)Math.Max(0, all.Count - most),
        };
    }

    private async Task<IEnumerable<Entry>> Of(Guid transferId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var messages = await ledger.MessagesAsync(transferId, cancellationToken);
        var state = TransferStates.Of(us.Agency, transferId, messages, LocalFactsOf.Events(await ledger.EventsAsync(transferId, cancellationToken), refused: null), await documents.Parts(transferId, cancellationToken));
        if (state.Newest is not { } newest || state.Side == Side.Copy || state.IsLocked || state.IsWithdrawn) return [];
        return OwedList.Still(owedItems.Of(state)).Select(owed => new Entry
        {
            TransferId = state.TransferId, Version = newest.Version, Kind = state.Kind, Owes = state.Sender, To = owed.Item == "phone" ? owed.Params.GetValueOrDefault("agency", state.Lead) : state.Lead, Owed = owed,
            RunOut = owed.Due is { } due && now > due.ToDateTimeOffset(),
        });
    }
}
