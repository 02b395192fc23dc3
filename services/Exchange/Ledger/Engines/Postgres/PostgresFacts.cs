using InfoSharing.Exchange.Ledger.Stored;
using InfoSharing.Exchange.Ledger.Writing;
using Npgsql;

namespace InfoSharing.Exchange.Ledger.Engines.Postgres;

/// <summary>Reads what a batch must know, all of it in one round trip: a command for each kind of key that was asked for.</summary>
internal static class PostgresFacts
{
    internal static void Load(NpgsqlConnection connection, BatchKeys keys, BatchFacts facts)
    {
        using var batch = new NpgsqlBatch(connection);
        var readers = new List<Action<NpgsqlDataReader>>();
        if (keys.Requests.Count > 0)
            Ask(row => facts.Requests[Bytes(row, 0)] = new RequestRow { Key = Bytes(row, 0), Digest = Bytes(row, 1), CaseId = row.GetGuid(2), Answer = Bytes(row, 3), At = row.GetInt64(4) },
                "select key, digest, case_id, answer, at from request where key = any($1)", Column.Bytes(keys.Requests, key => key));
        if (keys.Incoming.Count > 0)
            Ask(row => facts.Incoming[row.GetGuid(0)] = new(Bytes(row, 1), Bytes(row, 2)),
                "select i.id, i.sha256, r.bytes from incoming i join receipt r on r.id = i.id and r.given = 1 where i.id = any($1)", Column.Ids(keys.Incoming, id => id));
        if (keys.IncomingSequences.Count > 0)
            Ask(row => facts.IncomingSequences[(row.GetGuid(0), row.GetString(1), row.GetInt64(2))] = row.GetGuid(3),
                "select i.transfer_id, i.sender, i.sequence, i.id from unnest($1, $2, $3) as k (transfer_id, sender, sequence) join incoming i on i.transfer_id = k.transfer_id and i.sender = k.sender and i.sequence = k.sequence and i.kind <> 'document_part'",
                Column.Ids(keys.IncomingSequences, key => key.TransferId), Column.Texts(keys.IncomingSequences, key => key.Sender), Column.Numbers(keys.IncomingSequences, key => key.Sequence));
        if (keys.Contents.Count > 0)
            Ask(row => facts.Contents[(row.GetGuid(0), row.GetInt64(1), row.GetInt64(2))] = new(Bytes(row, 3), row.IsDBNull(4) ? null : Bytes(row, 4)),
                "select t.transfer_id, t.version, t.standing, t.sha256, t.request from unnest($1, $2, $3) as k (transfer_id, version, standing) join transfer t on t.transfer_id = k.transfer_id and t.version = k.version and t.standing = k.standing and t.standing <> 3",
                Column.Ids(keys.Contents, key => key.TransferId), Column.Numbers(keys.Contents, key => key.Version), Column.Numbers(keys.Contents, key => key.Standing));
        if (keys.Streams.Count > 0)
            Ask(row => KeepLast(facts, (row.GetGuid(0), row.GetString(1)), row.GetInt64(2)),
                "select k.transfer_id, k.recipient, o.sequence from unnest($1, $2) as k (transfer_id, recipient) cross join lateral (select sequence from outgoing where transfer_id = k.transfer_id and recipient = k.recipient and kind <> 'document_part' order by sequence desc limit 1) o",
                Column.Ids(keys.Streams, key => key.TransferId), Column.Texts(keys.Streams, key => key.Recipient));
        if (keys.Outgoing.Count > 0)
            Ask(row => facts.Outgoing[row.GetGuid(0)] = new(Bytes(row, 1), row.GetBoolean(2), row.GetBoolean(3), new(row.GetGuid(0), row.GetGuid(4), (uint)row.GetInt64(5), row.GetString(6), (ulong)row.GetInt64(7), row.GetString(8))),
                "select id, sha256, done_at is not null, receipted_at is not null, transfer_id, version, recipient, sequence, kind from outgoing where id = any($1)", Column.Ids(keys.Outgoing, id => id));
        if (keys.Cases.Count > 0)
            Ask(row => facts.Cases[row.GetGuid(0)] = new(Bytes(row, 1), row.GetBoolean(2)),
                "select case_id, wrapped, erased_at is not null from case_key where case_id = any($1)", Column.Ids(keys.Cases, id => id));
        if (keys.Carried.Count > 0)
            Ask(row => facts.Carried.Add(new(row.GetGuid(0), row.GetInt64(1) == 1, row.GetString(2), row.GetGuid(3), row.GetInt64(4))),
                "select c.transfer_id, c.outgoing, c.partner, c.upload, c.part from unnest($1, $2, $3, $4, $5) as k (transfer_id, outgoing, partner, upload, part) join carried_part c on c.transfer_id = k.transfer_id and c.outgoing = k.outgoing and c.partner = k.partner and c.upload = k.upload and c.part = k.part",
                Column.Ids(keys.Carried, key => key.TransferId), Column.Numbers(keys.Carried, key => key.Outgoing ? 1L : 0L), Column.Texts(keys.Carried, key => key.Partner), Column.Ids(keys.Carried, key => key.Upload), Column.Numbers(keys.Carried, key => key.Part));
        if (keys.Documents.Count > 0)
            Ask(row => facts.Documents.Add(new(row.GetGuid(0), row.GetString(1), row.GetGuid(2))),
                "select d.transfer_id, d.partner, d.upload from unnest($1, $2, $3) as k (transfer_id, partner, upload) join document d on d.transfer_id = k.transfer_id and d.partner = k.partner and d.upload = k.upload",
                Column.Ids(keys.Documents, key => key.TransferId), Column.Texts(keys.Documents, key => key.Partner), Column.Ids(keys.Documents, key => key.Upload));
        PostgresReadAhead.Add(batch, readers, keys, facts);
        if (readers.Count == 0) return;

        using var rows = batch.ExecuteReader();
        foreach (var read in readers)
        {
            read(rows);
            rows.NextResult();
        }

        void Ask(Action<NpgsqlDataReader> read, string sql, params ReadOnlySpan<NpgsqlParameter> columns)
        {
            readers.Add(rows =>
            {
                while (rows.Read()) read(rows);
            });
            batch.Add(sql, columns);
        }
    }

    private static void KeepLast(BatchFacts facts, (Guid TransferId, string Recipient) stream, long sequence)
    {
        if (sequence > facts.LastSequences.GetValueOrDefault(stream)) facts.LastSequences[stream] = sequence;
    }

    private static byte[] Bytes(NpgsqlDataReader row, int column) => row.GetFieldValue<byte[]>(column);
}
