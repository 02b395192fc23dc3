using System.Data.Common;
using Dapper;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Ledger.Writing;

namespace InfoSharing.Exchange.Ledger.Engines.Sqlite;

/// <summary>Questions about many things, one after another: each is a call in this process, by a key.</summary>
internal static class SqliteMany
{
    internal static async Task<IReadOnlyDictionary<Guid, SeenMessage>> SeenAsync(DbConnection connection, IReadOnlyCollection<Guid> messageIds, CancellationToken cancellationToken)
    {
        var seen = new Dictionary<Guid, SeenMessage>();
        foreach (var id in messageIds)
        {
            var row = await connection.QueryFirstOrDefaultAsync<(byte[] Sha256, byte[] Receipt)?>(new CommandDefinition(
                "select i.sha256, r.bytes from incoming i join receipt r on r.id = i.id and r.given = 1 where i.id = @id", new { id }, cancellationToken: cancellationToken));
            if (row is { } known) seen[id] = new(known.Sha256, known.Receipt);
        }
        return seen;
    }

    internal static async Task<BeforeSendRows> BeforeSendAsync(DbConnection connection, BeforeSendKeys keys, CancellationToken cancellationToken)
    {
        var answers = new List<ReadRow>();
        foreach (var key in keys.Requests) answers.AddRange(await RowsAsync(LedgerQueries.Answers + "where r.key = @key and r.at >= @since", new { key, since = keys.RequestsSince }));
        var messages = await RowsAsync(LedgerQueries.BothStreams, new { transferId = keys.TransferId });
        var documents = await RowsAsync(DocumentQueries.OfTransfer, new { transferId = keys.TransferId });
        var newest = new List<(byte[] Token, Guid CaseId)>();
        foreach (var token in keys.Tokens)
            newest.AddRange((await connection.QueryAsync<Guid>(new CommandDefinition(FlowQueries.NewestOfToken, new { token, newest = keys.Newest }, cancellationToken: cancellationToken))).Select(caseId => (token, caseId)));
        return new(answers, messages, documents, newest.ToLookup(one => one.Token, one => one.CaseId, ByteComparer.Instance));

        async Task<List<ReadRow>> RowsAsync(string sql, object values) => (await connection.QueryAsync<ReadRow>(new CommandDefinition(sql, values, cancellationToken: cancellationToken))).AsList();
    }
}
