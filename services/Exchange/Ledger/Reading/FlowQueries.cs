using System.Data.Common;
using Dapper;
using InfoSharing.Exchange.Ledger.Chain;
using InfoSharing.Exchange.Ledger.Sealing;
using InfoSharing.Exchange.Ledger.Stored;
using InfoSharing.Exchange.Ledger.Writing;

namespace InfoSharing.Exchange.Ledger.Reading;

/// <summary>The queries about what happened, what waits to go, and what came before.</summary>
internal sealed class FlowQueries(DbConnection connection, Keyring ring)
{
    private const long DueBytes = 16 << 20;
    private const string DueThere = "and o.recipient = @recipient and o.lane = @lane and o.due_at <= @now order by o.due_at, o.place limit @limit";
    // What went to the wrong place tells nobody anything.
    private const string Unlocked = "and not exists (select 1 from journey j where j.transfer_id = b.transfer_id and j.state = 'MISDIRECTED')";
    // Ids carry their time, so that the highest are the newest.
    internal const string NewestOfToken = $"select transfer_id from blind_index b where token = @token {Unlocked} order by transfer_id desc limit @newest";
    private const string Waiting = "from outgoing o join case_key k on k.case_id = o.transfer_id where o.done_at is null and (k.erased_at is null or o.house = 1) ";

    internal async Task<ChainHead> HeadAsync(CancellationToken cancellationToken)
    {
        var (position, link) = await connection.QuerySingleAsync<(long, byte[])>(Ask("select position, link from chain where id = 1", null, cancellationToken));
        return new((ulong)position, link);
    }

    internal async Task<byte[]?> LinkAtAsync(ulong position, CancellationToken cancellationToken)
    {
        if (position == 0) return Links.First(ring.Agency);
        if (position > long.MaxValue) return null;
        return await connection.ExecuteScalarAsync<byte[]?>(Ask("select link from event where position = @at union all select link from audit where position = @at", new { at = (long)position }, cancellationToken));
    }

    internal Task<IReadOnlyList<LedgerEvent>> EventsAfterAsync(ulong after, int limit, CancellationToken cancellationToken) =>
        LinksAsync("event", "where e.position > @after order by e.position limit @limit", new { after = (long)after, limit }, cancellationToken);

    internal Task<IReadOnlyList<LedgerEvent>> OfTransferAsync(string table, Guid transferId, CancellationToken cancellationToken) =>
        LinksAsync(table, "where e.transfer_id = @transferId order by e.position", new { transferId }, cancellationToken);

    internal Task<IReadOnlyList<LedgerEvent>> OfKindAfterAsync(string kind, ulong after, int limit, CancellationToken cancellationToken) =>
        LinksAsync("event", "where e.kind = @kind and e.position > @after order by e.position limit @limit", new { kind, after = (long)after, limit }, cancellationToken);

    internal async Task<KnownCaseKey?> CaseKeyAsync(Guid caseId, CancellationToken cancellationToken) =>
        await connection.QueryFirstOrDefaultAsync<(byte[] Wrapped, long? ErasedAt)?>(Ask("select wrapped, erased_at from case_key where case_id = @caseId", new { caseId }, cancellationToken)) is { } key
            ? new(key.Wrapped, key.ErasedAt is not null)
            : null;

    internal async Task<LedgerEvent?> LastOfHouseAsync(string kind, CancellationToken cancellationToken) =>
        (await LinksAsync("audit", "where e.kind = @kind and e.transfer_id is null order by e.position desc limit 1", new { kind }, cancellationToken)) is [var last] ? last : null;

    internal Task<IReadOnlyList<LedgerEvent>> OfHouseAsync(string kind, ulong after, CancellationToken cancellationToken) =>
        LinksAsync("audit", "where e.kind = @kind and e.transfer_id is null and e.position > @after order by e.position", new { kind, after = (long)after }, cancellationToken);

    internal async Task<IReadOnlyList<DueLane>> DueLanesAsync(long now, CancellationToken cancellationToken)
    {
        // From the index alone, however many wait: this is asked at every commit.
        var rows = await connection.QueryAsync<(string, long, long)>(Ask("select recipient, lane, count(*) from outgoing where done_at is null and due_at <= @now group by recipient, lane", new { now }, cancellationToken));
        return [.. rows.Select(row => new DueLane(row.Item1, (int)row.Item2, (int)row.Item3))];
    }

    internal async Task<IReadOnlyList<DueMessage>> DueAsync(string recipient, int lane, long now, int limit, CancellationToken cancellationToken)
    {
        // Lengths first, which stand in the rows' heads: 256 messages may be 12 KB each, or 10 MiB.
        var lengths = (await connection.QueryAsync<long>(Ask($"select length(o.sealed) {Waiting} {DueThere}", new { recipient, lane = (long)lane, now, limit }, cancellationToken))).AsList();
        if (lengths.Count == 0) return [];
        long bytes = 0;
        limit = Math.Max(1, lengths.TakeWhile(length => (bytes += length) <= DueBytes).Count());
        var rows = await connection.QueryAsync<ReadRow>(Ask(
            $"select o.id, o.transfer_id, o.version, o.sequence, o.kind, o.sha256, o.sealed, o.at, o.attempts, o.house, k.wrapped {Waiting} {DueThere}",
            new { recipient, lane = (long)lane, now, limit }, cancellationToken));
        var due = new List<DueMessage>();
        foreach (var row in rows)
        {
            var body = new SealedContent(ring, row.House == 1 ? null : row.TransferId, row.Sealed, row.Wrapped, SealedBox.Belongs("outgoing", ring.Agency, row.Id, row.Version), SequenceField.Of((ulong)row.Sequence));
            if (row.Kind == DocumentQueries.Kind) body = await new DocumentQueries(connection, ring).WithPartAsync(row, body, cancellationToken);
            due.Add(new(row.Id, row.TransferId!.Value, (uint)row.Version, (ulong)row.Sequence, (int)row.Attempts, Micros.ToTime(row.At), row.Sha256, body));
        }
        return due;
    }

    internal async Task<Waits> WaitsAsync(CancellationToken cancellationToken)
    {
        // The counting is the index's alone; places rise, so that the lowest is the oldest.
        var lanes = await connection.QueryAsync<(long, long, long)>(Ask(
            "select q.lane, q.waiting, o.at from (select lane, count(*) as waiting, min(place) as oldest from outgoing where done_at is null group by lane) q join outgoing o on o.place = q.oldest", null, cancellationToken));
        var quarantined = await connection.ExecuteScalarAsync<long>(Ask("select count(*) from quarantine", null, cancellationToken));
        return new([.. lanes.Select(lane => new LaneWaits((V1.Parcel.Types.Lane)lane.Item1, lane.Item2, Micros.ToTime(lane.Item3)))], quarantined);
    }

    internal async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        await connection.ExecuteScalarAsync<long?>(Ask("select min(due_at) from outgoing where done_at is null", null, cancellationToken)) is { } due ? Micros.ToTime(due) : null; // from the index alone

    internal async Task<IReadOnlyList<Guid>> DueAfterAsync(long time, int limit, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Guid>(Ask("select id from outgoing where done_at is null and due_at > @time limit @limit", new { time, limit }, cancellationToken))];

    internal async Task<IReadOnlyList<Guid>> ToLookAtAsync(long now, int limit, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Guid>(Ask("select transfer_id from journey where look_at <= @now order by look_at, position limit @limit", new { now, limit }, cancellationToken))];

    // Whatever stands out, or has a clock that runs yet.
    internal async Task<IReadOnlyList<Guid>> UnderWayAsync(int limit, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Guid>(Ask("select transfer_id from journey where look_at < @never or marks <> 0 order by position limit @limit", new { never = LookChange.Never, limit }, cancellationToken))];

    internal Task<byte[]?> ReceiptAsync(Guid messageId, bool given, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<byte[]?>(Ask("select bytes from receipt where id = @messageId and given = @given", new { messageId, given = given ? 1L : 0L }, cancellationToken));

    internal async Task<IReadOnlyList<Guid>> FindAsync(byte[] token, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Guid>(Ask($"select transfer_id from blind_index b where token = @token {Unlocked} order by transfer_id", new { token }, cancellationToken))];

    private async Task<IReadOnlyList<LedgerEvent>> LinksAsync(string table, string which, object values, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<ReadRow>(Ask(
            $"select e.position, e.id, e.transfer_id, e.version, e.kind, e.at, e.house, e.sealed, k.wrapped from {table} e left join case_key k on k.case_id = e.transfer_id {which}", values, cancellationToken));
        return [.. rows.Select(row => new LedgerEvent((ulong)row.Position, row.TransferId, (uint)row.Version, row.Kind, Micros.ToTime(row.At),
            new(ring, row.House == 1 ? null : row.TransferId, row.Sealed, row.Wrapped, SealedBox.Belongs(table, ring.Agency, row.Id, row.Version))))];
    }

    private static CommandDefinition Ask(string sql, object? values, CancellationToken cancellationToken) => new(sql, values, cancellationToken: cancellationToken);
}
