using Dapper;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Ledger.Writing;
using Npgsql;

namespace InfoSharing.Exchange.Ledger.Engines.Postgres;

/// <summary>Questions about many things, each in one round trip however many they are.</summary>
internal sealed class PostgresMany(PostgresServer server)
{
    private const string Answers = LedgerQueries.Answers + "where r.key = any($1) and r.at >= $2";
    private static readonly string Messages = LedgerQueries.BothStreams.Replace("@transferId", "$1", StringComparison.Ordinal);
    private static readonly string Documents = DocumentQueries.OfTransfer.Replace("@transferId", "$1", StringComparison.Ordinal);
    private static readonly string Newest =
        $"select k.token, f.transfer_id from unnest($1) as k (token) cross join lateral ({FlowQueries.NewestOfToken.Replace("@token", "k.token", StringComparison.Ordinal).Replace("@newest", "$2", StringComparison.Ordinal)}) f";

    internal async Task<IReadOnlyList<Guid>> DoneOfAsync(IReadOnlyCollection<Guid> messageIds, CancellationToken cancellationToken)
    {
        await using var connection = await server.ForReadingAsync(cancellationToken);
        return (await connection.QueryAsync<Guid>(Ask("select id from outgoing where id = any(@ids) and done_at is not null", new { ids = messageIds.ToArray() }, cancellationToken))).AsList();
    }

    internal async Task<IReadOnlyDictionary<Guid, SeenMessage>> SeenAsync(IReadOnlyCollection<Guid> messageIds, CancellationToken cancellationToken)
    {
        await using var connection = await server.ForReadingAsync(cancellationToken);
        var rows = await connection.QueryAsync<(Guid Id, byte[] Sha256, byte[] Receipt)>(Ask("select i.id, i.sha256, r.bytes from incoming i join receipt r on r.id = i.id and r.given = 1 where i.id = any(@ids)", new { ids = messageIds.ToArray() }, cancellationToken));
        return rows.ToDictionary(row => row.Id, row => new SeenMessage(row.Sha256, row.Receipt));
    }

    internal async Task<BeforeSendRows> BeforeSendAsync(BeforeSendKeys keys, CancellationToken cancellationToken)
    {
        await using var connection = await server.ForReadingAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Add(Answers, Column.Bytes(keys.Requests, key => key), Column.Of(keys.RequestsSince));
        batch.Add(Messages, Column.Of(keys.TransferId));
        batch.Add(Documents, Column.Of(keys.TransferId));
        batch.Add(Newest, Column.Bytes(keys.Tokens, token => token), Column.Of(keys.Newest));
        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        var answers = await RowsAsync(rows, cancellationToken);
        var messages = await RowsAsync(rows, cancellationToken);
        var documents = await RowsAsync(rows, cancellationToken);
        var newest = new List<(byte[] Token, Guid CaseId)>();
        while (await rows.ReadAsync(cancellationToken)) newest.Add((rows.GetFieldValue<byte[]>(0), rows.GetGuid(1)));
        return new(answers, messages, documents, newest.ToLookup(one => one.Token, one => one.CaseId, ByteComparer.Instance));
    }

    private static async Task<List<ReadRow>> RowsAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        var all = new List<ReadRow>();
        var parse = rows.GetRowParser<ReadRow>();
        while (await rows.ReadAsync(cancellationToken)) all.Add(parse(rows));
        await rows.NextResultAsync(cancellationToken);
        return all;
    }

    private static CommandDefinition Ask(string sql, object values, CancellationToken cancellationToken) => new(sql, values, cancellationToken: cancellationToken);
}
