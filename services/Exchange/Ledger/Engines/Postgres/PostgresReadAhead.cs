using Dapper;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Ledger.Writing;
using Npgsql;

namespace InfoSharing.Exchange.Ledger.Engines.Postgres;

/// <summary>
/// What the decisions of a batch are likely to read, with the batch's facts in one round trip: each decision would take some of its own, while the chain is locked. A case
/// whose messages are many or large is left to its decision, so that a batch of such takes no more memory than one of them.
/// </summary>
internal static class PostgresReadAhead
{
    private const long MostOfACase = 128 << 10;

    private const string Streams = $"""
        select outgoing, id, transfer_id, version, partner, sequence, kind, sha256, case when bytes <= $2 then sealed end as sealed, at, done_at, again, house, wrapped, bytes > $2 as too_large
        from (select m.*, sum(length(sealed)) over (partition by transfer_id) as bytes
              from ({LedgerQueries.Ours} where o.transfer_id = any($1) and o.kind <> 'document_part' union all {LedgerQueries.Theirs} where i.transfer_id = any($1) and i.kind <> 'document_part') m) s
        order by transfer_id, outgoing, partner, sequence
        """;

    private const string Journeys = LedgerQueries.Journeys + "where j.transfer_id = any($1)";
    private const string JourneysOfMessages = LedgerQueries.Journeys + "join outgoing o on o.transfer_id = j.transfer_id where o.id = any($1)";
    private const string CasesOfMessages = "select k.case_id, k.wrapped, k.erased_at is not null from case_key k join outgoing o on o.transfer_id = k.case_id where o.id = any($1)";

    internal static void Add(NpgsqlBatch batch, List<Action<NpgsqlDataReader>> readers, BatchKeys keys, BatchFacts facts)
    {
        if (keys.Read.Count > 0)
        {
            Ask(rows => TakeStreams(rows, keys, facts), Streams, Column.Ids(keys.Read, id => id), Column.Of(MostOfACase));
            Ask(rows => TakeJourneys(rows, keys.Read, facts), Journeys, Column.Ids(keys.Read, id => id));
        }
        if (keys.ReadOfMessages.Count == 0) return;
        Ask(rows => TakeJourneys(rows, keys.ReadOfMessages.Select(id => facts.Outgoing.GetValueOrDefault(id)?.Message.TransferId).OfType<Guid>(), facts), JourneysOfMessages, Column.Ids(keys.ReadOfMessages, id => id));
        Ask(rows =>
        {
            while (rows.Read()) facts.Cases[rows.GetGuid(0)] = new(rows.GetFieldValue<byte[]>(1), rows.GetBoolean(2));
        }, CasesOfMessages, Column.Ids(keys.ReadOfMessages, id => id));

        void Ask(Action<NpgsqlDataReader> read, string sql, params ReadOnlySpan<NpgsqlParameter> columns)
        {
            readers.Add(read);
            batch.Add(sql, columns);
        }
    }

    private static void TakeStreams(NpgsqlDataReader rows, BatchKeys keys, BatchFacts facts)
    {
        var streams = keys.Read.ToDictionary(id => id, _ => new List<ReadRow>());
        foreach (var row in Rows(rows))
            if (row.TooLarge) streams.Remove(row.TransferId!.Value);
            else streams[row.TransferId!.Value].Add(row);
        foreach (var (id, messages) in streams) facts.Streams[id] = messages;
    }

    // What has no row is not known: that too is an answer.
    private static void TakeJourneys(NpgsqlDataReader rows, IEnumerable<Guid> asked, BatchFacts facts)
    {
        foreach (var id in asked) facts.Journeys.TryAdd(id, null);
        foreach (var row in Rows(rows)) facts.Journeys[row.TransferId!.Value] = row;
    }

    private static IEnumerable<ReadRow> Rows(NpgsqlDataReader rows)
    {
        var parse = rows.GetRowParser<ReadRow>();
        while (rows.Read()) yield return parse(rows);
    }
}
