using Dapper;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Ledger.Writing;

namespace InfoSharing.Exchange.Ledger.Engines.Postgres;

/// <summary>Questions about many things, each in one round trip however many they are.</summary>
internal sealed class PostgresMany(PostgresServer server)
{
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

    internal async Task<ILookup<byte[], Guid>> FindNewestAsync(IReadOnlyCollection<byte[]> tokens, int newest, CancellationToken cancellationToken)
    {
        await using var connection = await server.ForReadingAsync(cancellationToken);
        var rows = await connection.QueryAsync<(byte[] Token, Guid CaseId)>(Ask(
            $"select k.token, f.transfer_id from unnest(@tokens) as k (token) cross join lateral ({FlowQueries.NewestOfToken.Replace("@token", "k.token", StringComparison.Ordinal)}) f",
            new { tokens = tokens.ToArray(), newest }, cancellationToken));
        return rows.ToLookup(row => row.Token, row => row.CaseId, ByteComparer.Instance);
    }

    private static CommandDefinition Ask(string sql, object values, CancellationToken cancellationToken) => new(sql, values, cancellationToken: cancellationToken);
}
