using InfoSharing.Exchange.Ledger.Chain;
using InfoSharing.Exchange.Ledger.Stored;
using Npgsql;

namespace InfoSharing.Exchange.Ledger.Engines.Postgres;

/// <summary>Writes the rows of a batch, each table's as one command of arrays.</summary>
internal static class PostgresRows
{
    private const string OfLink = "(position, id, transfer_id, version, kind, at, house, sealed, salt, link) select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    internal static void Add(NpgsqlBatch batch, RowBatch rows, ChainHead head)
    {
        if (rows.CaseKeys is { Count: > 0 } keys)
            batch.Add("insert into case_key (case_id, wrapped, made_at) select * from unnest($1, $2, $3)", Column.Ids(keys, row => row.CaseId), Column.Bytes(keys, row => row.Wrapped), Column.Numbers(keys, row => row.MadeAt));
        AddLinks(batch, "insert into event " + OfLink, rows.Links.FindAll(link => !link.Audit));
        AddLinks(batch, "insert into audit " + OfLink, rows.Links.FindAll(link => link.Audit));
        if (rows.Transfers is { Count: > 0 } transfers)
            batch.Add("insert into transfer (place, id, transfer_id, version, standing, sha256, sealed, report, request) select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                Column.Numbers(transfers, row => row.Place), Column.Ids(transfers, row => row.Id), Column.Ids(transfers, row => row.TransferId), Column.Numbers(transfers, row => row.Version), Column.Numbers(transfers, row => row.Standing),
                Column.Bytes(transfers, row => row.Sha256), Column.Bytes(transfers, row => row.Sealed), Column.Bytes(transfers, row => row.Report), Column.Bytes(transfers, row => row.Request));
        if (rows.Outgoing is { Count: > 0 } outgoing)
            batch.Add("insert into outgoing (place, id, transfer_id, version, recipient, lane, sequence, kind, sha256, sealed, at, house, attempts, due_at) select *, 0, at from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) as o (place, id, transfer_id, version, recipient, lane, sequence, kind, sha256, sealed, at, house)",
                Column.Numbers(outgoing, row => row.Place), Column.Ids(outgoing, row => row.Id), Column.Ids(outgoing, row => row.TransferId), Column.Numbers(outgoing, row => row.Version), Column.Texts(outgoing, row => row.Recipient),
                Column.Numbers(outgoing, row => row.Lane), Column.Numbers(outgoing, row => row.Sequence), Column.Texts(outgoing, row => row.Kind), Column.Bytes(outgoing, row => row.Sha256), Column.Bytes(outgoing, row => row.Sealed), Column.Numbers(outgoing, row => row.At), Column.Numbers(outgoing, row => row.House));
        if (rows.Incoming is { Count: > 0 } incoming)
            batch.Add("insert into incoming (place, id, transfer_id, version, sender, sequence, kind, sha256, sealed, at, proof) select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                Column.Numbers(incoming, row => row.Place), Column.Ids(incoming, row => row.Id), Column.Ids(incoming, row => row.TransferId), Column.Numbers(incoming, row => row.Version), Column.Texts(incoming, row => row.Sender),
                Column.Numbers(incoming, row => row.Sequence), Column.Texts(incoming, row => row.Kind), Column.Bytes(incoming, row => row.Sha256), Column.Bytes(incoming, row => row.Sealed), Column.Numbers(incoming, row => row.At), Column.Bytes(incoming, row => row.Proof));
        if (rows.Receipts is { Count: > 0 } receipts)
            batch.Add("insert into receipt (place, id, given, bytes) select * from unnest($1, $2, $3, $4)",
                Column.Numbers(receipts, row => row.Place), Column.Ids(receipts, row => row.Id), Column.Numbers(receipts, row => row.Given), Column.Bytes(receipts, row => row.Bytes));
        if (rows.Quarantine is { Count: > 0 } quarantine)
            batch.Add("insert into quarantine (place, id, reason, sender, at, sealed) select * from unnest($1, $2, $3, $4, $5, $6)",
                Column.Numbers(quarantine, row => row.Place), Column.Ids(quarantine, row => row.Id), Column.Texts(quarantine, row => row.Reason), Column.Texts(quarantine, row => row.Sender), Column.Numbers(quarantine, row => row.At), Column.Bytes(quarantine, row => row.Sealed));
        AddDocuments(batch, rows);
        if (rows.Requests is { Count: > 0 } requests)
            batch.Add("insert into request (key, digest, case_id, answer, at) select * from unnest($1, $2, $3, $4, $5) on conflict (key) do update set digest = excluded.digest, case_id = excluded.case_id, answer = excluded.answer, at = excluded.at",
                Column.Bytes(requests, row => row.Key), Column.Bytes(requests, row => row.Digest), Column.Ids(requests, row => row.CaseId), Column.Bytes(requests, row => row.Answer), Column.Numbers(requests, row => row.At));
        AddJourneys(batch, rows.Journeys);
        if (rows.Looks is { Count: > 0 } looks)
            batch.Add("update journey j set look_at = k.look_at, marks = k.marks from unnest($1, $2, $3) as k (id, look_at, marks) where j.transfer_id = k.id",
                Column.Ids(looks, one => one.TransferId), Column.Numbers(looks, one => one.LookAt), Column.Numbers(looks, one => one.Marks));
        if (rows.BlindIndex is { Count: > 0 } tokens)
            batch.Add("insert into blind_index (token, transfer_id) select * from unnest($1, $2) on conflict do nothing", Column.Bytes(tokens, row => row.Token), Column.Ids(tokens, row => row.TransferId));
        AddChanges(batch, rows.Changes);
        AddErased(batch, rows.Erased);
        if (rows.Links.Count > 0) batch.Add("update chain set position = $1, link = $2 where id = 1", Column.Of((long)head.Position), Column.Of(head.Link));
    }

    private static void AddDocuments(NpgsqlBatch batch, RowBatch rows)
    {
        if (rows.Documents is { Count: > 0 } documents)
            batch.Add("insert into document (place, id, transfer_id, document, partner, upload, sha256, parts, at, sealed) select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                Column.Numbers(documents, row => row.Place), Column.Ids(documents, row => row.Id), Column.Ids(documents, row => row.TransferId), Column.Texts(documents, row => row.Document), Column.Texts(documents, row => row.Partner), Column.Ids(documents, row => row.Upload),
                Column.Bytes(documents, row => row.Sha256), Column.Numbers(documents, row => row.Parts), Column.Numbers(documents, row => row.At), Column.Bytes(documents, row => row.Sealed));
        if (rows.Parts is { Count: > 0 } parts)
            batch.Add("insert into document_part (upload, part, transfer_id, at, sealed) select * from unnest($1, $2, $3, $4, $5)",
                Column.Ids(parts, row => row.Upload), Column.Numbers(parts, row => row.Part), Column.Ids(parts, row => row.TransferId), Column.Numbers(parts, row => row.At), Column.Bytes(parts, row => row.Sealed));
        if (rows.Carried is { Count: > 0 } carried)
            batch.Add("insert into carried_part (message_id, transfer_id, outgoing, partner, document, upload, part, parts) select * from unnest($1, $2, $3, $4, $5, $6, $7, $8)",
                Column.Ids(carried, row => row.MessageId), Column.Ids(carried, row => row.TransferId), Column.Numbers(carried, row => row.Outgoing ? 1L : 0L), Column.Texts(carried, row => row.Partner),
                Column.Texts(carried, row => row.Document), Column.Ids(carried, row => row.Upload), Column.Numbers(carried, row => row.Part), Column.Numbers(carried, row => row.Parts));
    }

    private static void AddLinks(NpgsqlBatch batch, string sql, List<LinkRow> links)
    {
        if (links.Count == 0) return;
        batch.Add(sql, Column.Numbers(links, row => row.Position), Column.Ids(links, row => row.Id), Column.Ids(links, row => row.TransferId), Column.Numbers(links, row => row.Version), Column.Texts(links, row => row.Kind),
            Column.Numbers(links, row => row.At), Column.Numbers(links, row => row.House), Column.Bytes(links, row => row.Sealed), Column.Bytes(links, row => row.Salt), Column.Bytes(links, row => row.Link));
    }

    // A command may touch a row once only: of several changes of one journey the last stands, where the first began, and it is looked at when the first of them wants it.
    private static void AddJourneys(NpgsqlBatch batch, List<JourneyStateRow> journeys)
    {
        if (journeys.Count == 0) return;
        var each = journeys.GroupBy(row => row.TransferId).Select(rows => (rows.First().Position, Row: rows.Last(), LookAt: rows.Min(row => row.ChangedAt + row.LookAfter))).ToList();
        batch.Add("insert into journey (position, transfer_id, version, state, changed_at, sealed, look_at) select * from unnest($1, $2, $3, $4, $5, $6, $7) on conflict (transfer_id) do update set version = excluded.version, state = excluded.state, changed_at = excluded.changed_at, sealed = excluded.sealed, look_at = case when journey.marks <> 0 then excluded.changed_at else least(journey.look_at, excluded.look_at) end",
            Column.Numbers(each, one => one.Position), Column.Ids(each, one => one.Row.TransferId), Column.Numbers(each, one => one.Row.Version), Column.Texts(each, one => one.Row.State), Column.Numbers(each, one => one.Row.ChangedAt), Column.Bytes(each, one => one.Row.Sealed), Column.Numbers(each, one => one.LookAt));
    }

    private static void AddChanges(NpgsqlBatch batch, List<OutgoingChange> changes)
    {
        if (changes.Count == 0) return;
        var again = changes.FindAll(change => change.Again).DistinctBy(change => change.MessageId).ToList();
        if (again.Count > 0)
            batch.Add("update outgoing o set receipted_at = coalesce(o.receipted_at, o.done_at), done_at = null, attempts = 0, due_at = k.due from unnest($1, $2) as k (id, due) where o.id = k.id",
                Column.Ids(again, one => one.MessageId), Column.Numbers(again, one => one.DueAt!.Value));
        var tried = changes.Where(change => change is { DueAt: not null, Again: false }).GroupBy(change => change.MessageId).Select(one => (Id: one.Key, Times: one.LongCount(), Due: one.Last().DueAt!.Value)).ToList();
        if (tried.Count > 0)
            batch.Add("update outgoing o set attempts = o.attempts + k.times, due_at = k.due from unnest($1, $2, $3) as k (id, times, due) where o.id = k.id and o.done_at is null",
                Column.Ids(tried, one => one.Id), Column.Numbers(tried, one => one.Times), Column.Numbers(tried, one => one.Due));
        var done = changes.FindAll(change => change.DoneAt is not null);
        if (done.Count > 0)
            batch.Add("update outgoing o set done_at = k.done from unnest($1, $2) as k (id, done) where o.id = k.id", Column.Ids(done, one => one.MessageId), Column.Numbers(done, one => one.DoneAt!.Value));
    }

    private static void AddErased(NpgsqlBatch batch, List<(Guid CaseId, long At)> erased)
    {
        if (erased.Count == 0) return;
        var (cases, times) = (Column.Ids(erased, one => one.CaseId), Column.Numbers(erased, one => one.At));
        batch.Add("update case_key c set wrapped = '', erased_at = k.at from unnest($1, $2) as k (id, at) where c.case_id = k.id", cases, times);
        batch.Add("delete from blind_index where transfer_id = any($1)", cases.Clone());
        batch.Add("delete from document_part where transfer_id = any($1)", cases.Clone());
        batch.Add("update journey j set state = 'erased', changed_at = k.at, sealed = '', look_at = 9223372036854775807, marks = 0 from unnest($1, $2) as k (id, at) where j.transfer_id = k.id", cases.Clone(), times.Clone());
    }
}
