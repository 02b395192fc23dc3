using System.Data.Common;
using Dapper;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Sealing;

namespace InfoSharing.Exchange.Ledger.Reading;

/// <summary>The queries about transfers, in SQL that every engine understands, over one open connection: a reader's, or the writer's inside its transaction.</summary>
internal sealed class LedgerQueries(DbConnection connection, Keyring ring)
{

    private const string Versions = "select t.id, t.transfer_id, t.version, t.standing, t.sha256, t.sealed, t.report, k.wrapped from transfer t left join case_key k on k.case_id = t.transfer_id ";
    internal const string Journeys = "select j.position, j.transfer_id, j.version, j.state, j.changed_at as at, j.sealed, j.marks, k.wrapped from journey j left join case_key k on k.case_id = j.transfer_id ";
    internal const string Ours = "select 1 as outgoing, o.id, o.transfer_id, o.version, o.recipient as partner, o.sequence, o.kind, o.sha256, o.sealed, o.at, coalesce(o.receipted_at, o.done_at) as done_at, case when o.done_at is null and o.receipted_at is not null then 1 else 0 end as again, o.house, k.wrapped from outgoing o left join case_key k on k.case_id = o.transfer_id ";
    internal const string Theirs = "select 0 as outgoing, i.id, i.transfer_id, i.version, i.sender as partner, i.sequence, i.kind, i.sha256, i.sealed, i.at, null as done_at, 0 as again, 0 as house, k.wrapped from incoming i left join case_key k on k.case_id = i.transfer_id ";
    internal const string Answers = "select r.key, r.digest as sha256, r.case_id as transfer_id, r.answer as sealed, k.wrapped from request r left join case_key k on k.case_id = r.case_id ";
    internal const string BothStreams = Ours + "where o.transfer_id = @transferId and o.kind <> 'document_part' union all " + Theirs + "where i.transfer_id = @transferId and i.kind <> 'document_part' order by 1, 5, 6";

    private readonly RowOpener _rows = new(ring);

    internal async Task<uint> NewestVersionAsync(Guid transferId, Standing standing, CancellationToken cancellationToken) =>
        (uint)(await connection.ExecuteScalarAsync<long?>(Ask("select max(version) from transfer where transfer_id = @transferId and standing = @standing", new { transferId, standing = (long)standing }, cancellationToken)) ?? 0);

    internal async Task<StoredTransfer?> TransferAsync(Guid transferId, uint version, Standing? standing, CancellationToken cancellationToken)
    {
        var row = await connection.QueryFirstOrDefaultAsync<ReadRow>(Ask(
            Versions + "where t.transfer_id = @transferId and (@standing = 0 or t.standing = @standing) and (@version = 0 or t.version = @version) order by t.standing, t.version desc, t.place desc limit 1",
            new { transferId, version = (long)version, standing = standing is { } one ? (long)one : 0L }, cancellationToken));
        return row is null ? null : _rows.Transfer(row);
    }

    internal async Task<StoredTransfer?> RefusalAsync(Guid refusalId, CancellationToken cancellationToken)
    {
        var row = await connection.QueryFirstOrDefaultAsync<ReadRow>(Ask(Versions + "where t.id = @refusalId and t.standing = 3", new { refusalId }, cancellationToken));
        return row is null ? null : _rows.Transfer(row);
    }

    internal async Task<ListedTransfer?> JourneyAsync(Guid transferId, CancellationToken cancellationToken)
    {
        var row = await connection.QueryFirstOrDefaultAsync<ReadRow>(Ask(Journeys + "where j.transfer_id = @transferId", new { transferId }, cancellationToken));
        return row is null ? null : _rows.Journey(row);
    }

    internal async Task<TransferPage> ListAsync(int pageSize, string? pageToken, CancellationToken cancellationToken)
    {
        var rows = (await connection.QueryAsync<ReadRow>(Ask(Journeys + "where j.position < @before order by j.position desc limit @limit",
            new { before = PageToken.Position(ring, pageToken), limit = pageSize + 1 }, cancellationToken))).AsList();
        var page = rows.Take(pageSize).Select(_rows.Journey).ToList();
        return new(page, rows.Count > pageSize ? PageToken.Of(ring, rows[pageSize - 1].Position) : null);
    }

    /// <summary>The transfers to which nothing has happened since, oldest first, from a position on.</summary>
    internal async Task<TransferPage> UnchangedAsync(long since, int pageSize, string? pageToken, CancellationToken cancellationToken)
    {
        var after = string.IsNullOrEmpty(pageToken) ? 0 : PageToken.Position(ring, pageToken);
        var rows = (await connection.QueryAsync<ReadRow>(Ask(Journeys + "where j.position > @after and j.changed_at <= @since and j.state <> 'erased' order by j.position limit @limit",
            new { after, since, limit = pageSize + 1 }, cancellationToken))).AsList();
        var page = rows.Take(pageSize).Select(_rows.Journey).ToList();
        return new(page, rows.Count > pageSize ? PageToken.Of(ring, rows[pageSize - 1].Position) : null);
    }

    internal async Task<IReadOnlyList<StoredMessage>> MessagesAsync(Guid transferId, CancellationToken cancellationToken)
    {
        return _rows.Streams(await connection.QueryAsync<ReadRow>(Ask(BothStreams, new { transferId }, cancellationToken)));
    }

    internal async Task<StoredMessage?> MessageAsync(Guid messageId, CancellationToken cancellationToken)
    {
        var row = await connection.QueryFirstOrDefaultAsync<ReadRow>(Ask(Ours + "where o.id = @messageId union all " + Theirs + "where i.id = @messageId", new { messageId }, cancellationToken));
        if (row is null) return null;
        var message = _rows.Message(row, held: false);
        return row is { Outgoing: 1, Kind: DocumentQueries.Kind } ? message with { Body = await new DocumentQueries(connection, ring).WithPartAsync(row, message.Body, cancellationToken) } : message;
    }

    internal async Task<SealedContent?> ProofAsync(Guid messageId, CancellationToken cancellationToken)
    {
        var row = await connection.QueryFirstOrDefaultAsync<ReadRow>(Ask(
            "select i.id, i.transfer_id, i.version, i.proof as sealed, k.wrapped from incoming i left join case_key k on k.case_id = i.transfer_id where i.id = @messageId and length(i.proof) > 0", new { messageId }, cancellationToken));
        return row is null ? null : _rows.Content(row, "proof", row.Id, row.Version);
    }

    private static CommandDefinition Ask(string sql, object values, CancellationToken cancellationToken) => new(sql, values, cancellationToken: cancellationToken);
}
