using Microsoft.Data.Sqlite;

namespace InfoSharing.Exchange.Ledger.Engines.Sqlite;

/// <summary>The writer's connection, with the statements that it runs in every commit.</summary>
internal sealed class SqliteStatements : IDisposable
{
    private readonly List<Statement> _all = [];

    internal SqliteStatements(SqliteConnection connection)
    {
        Connection = connection;
        Begin = New("begin immediate", 0);
        Commit = New("commit", 0);
        Rollback = New("rollback", 0);
        Head = New("select position, link from chain where id = 1", 0);
        MoveHead = New("update chain set position = ?1, link = ?2 where id = 1", 2);

        FindRequest = New("select digest, case_id, answer, at from request where key = ?1", 1);
        FindIncoming = New("select i.sha256, r.bytes from incoming i join receipt r on r.id = i.id and r.given = 1 where i.id = ?1", 1);
        FindIncomingSequence = New("select id from incoming where transfer_id = ?1 and sender = ?2 and sequence = ?3 and kind <> 'document_part'", 3);
        FindContent = New("select sha256, request from transfer where transfer_id = ?1 and version = ?2 and standing = ?3 and standing <> 3", 3);
        FindLastSequence = New("select max(sequence) from outgoing where transfer_id = ?1 and recipient = ?2 and kind <> 'document_part'", 2);
        FindOutgoing = New("select sha256, done_at is not null, receipted_at is not null, transfer_id, version, recipient, sequence, kind from outgoing where id = ?1", 1);
        FindCase = New("select wrapped, erased_at is not null from case_key where case_id = ?1", 1);
        FindCarried = New("select 1 from carried_part where transfer_id = ?1 and outgoing = ?2 and partner = ?3 and upload = ?4 and part = ?5", 5);
        FindDocument = New("select 1 from document where transfer_id = ?1 and partner = ?2 and upload = ?3", 3);

        AddCase = New("insert into case_key (case_id, wrapped, made_at) values (?1, ?2, ?3)", 3);
        const string Link = "(position, id, transfer_id, version, kind, at, house, sealed, salt, link) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
        AddEvent = New("insert into event " + Link, 10);
        AddAudit = New("insert into audit " + Link, 10);
        AddTransfer = New("insert into transfer (place, id, transfer_id, version, standing, sha256, sealed, report, request) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", 9);
        AddOutgoing = New("insert into outgoing (place, id, transfer_id, version, recipient, lane, sequence, kind, sha256, sealed, at, attempts, due_at, house) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0, ?11, ?12)", 12);
        AddIncoming = New("insert into incoming (place, id, transfer_id, version, sender, sequence, kind, sha256, sealed, at, proof) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)", 11);
        AddReceipt = New("insert into receipt (place, id, given, bytes) values (?1, ?2, ?3, ?4)", 4);
        AddQuarantine = New("insert into quarantine (place, id, reason, sender, at, sealed) values (?1, ?2, ?3, ?4, ?5, ?6)", 6);
        AddDocument = New("insert into document (place, id, transfer_id, document, partner, upload, sha256, parts, at, sealed) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)", 10);
        AddPart = New("insert into document_part (upload, part, transfer_id, at, sealed) values (?1, ?2, ?3, ?4, ?5)", 5);
        AddCarried = New("insert into carried_part (message_id, transfer_id, outgoing, partner, document, upload, part, parts) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", 8);
        AddRequest = New("insert into request (key, digest, case_id, answer, at) values (?1, ?2, ?3, ?4, ?5) on conflict (key) do update set digest = ?2, case_id = ?3, answer = ?4, at = ?5", 5);
        SetJourney = New("insert into journey (position, transfer_id, version, state, changed_at, sealed, look_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?5 + ?7) on conflict (transfer_id) do update set version = ?3, state = ?4, changed_at = ?5, sealed = ?6, look_at = case when marks <> 0 then ?5 else min(look_at, ?5 + ?7) end", 7);
        SetLook = New("update journey set look_at = ?2, marks = ?3 where transfer_id = ?1", 3);
        AddToken = New("insert into blind_index (token, transfer_id) values (?1, ?2) on conflict do nothing", 2);
        Try = New("update outgoing set attempts = attempts + 1, due_at = ?2 where id = ?1 and done_at is null", 2);
        Again = New("update outgoing set receipted_at = coalesce(receipted_at, done_at), done_at = null, attempts = 0, due_at = ?2 where id = ?1", 2);
        Finish = New("update outgoing set done_at = ?2 where id = ?1", 2);

        EraseCase = New("update case_key set wrapped = zeroblob(0), erased_at = ?2 where case_id = ?1", 2);
        EraseTokens = New("delete from blind_index where transfer_id = ?1", 1);
        EraseJourney = New("update journey set state = 'erased', changed_at = ?2, sealed = zeroblob(0), look_at = 9223372036854775807, marks = 0 where transfer_id = ?1", 2);
        EraseParts = New("delete from document_part where transfer_id = ?1", 1);
        DropAbandoned = New("delete from document_part where at < ?1 and upload not in (select upload from document where partner = '')", 1);
        DropUnused = New("delete from document_part where at < ?1 and not exists (select 1 from transfer t where t.transfer_id = document_part.transfer_id)", 1);
        DropRequests = New("delete from request where number in (select number from request order by number limit 500) and at < ?1", 1);
    }

    internal SqliteConnection Connection { get; }
    internal Statement Begin { get; }
    internal Statement Commit { get; }
    internal Statement Rollback { get; }
    internal Statement Head { get; }
    internal Statement MoveHead { get; }
    internal Statement FindRequest { get; }
    internal Statement FindIncoming { get; }
    internal Statement FindIncomingSequence { get; }
    internal Statement FindContent { get; }
    internal Statement FindLastSequence { get; }
    internal Statement FindOutgoing { get; }
    internal Statement FindCase { get; }
    internal Statement FindCarried { get; }
    internal Statement FindDocument { get; }
    internal Statement AddCase { get; }
    internal Statement AddEvent { get; }
    internal Statement AddAudit { get; }
    internal Statement AddTransfer { get; }
    internal Statement AddOutgoing { get; }
    internal Statement AddIncoming { get; }
    internal Statement AddReceipt { get; }
    internal Statement AddQuarantine { get; }
    internal Statement AddDocument { get; }
    internal Statement AddPart { get; }
    internal Statement AddCarried { get; }
    internal Statement AddRequest { get; }
    internal Statement SetJourney { get; }
    internal Statement SetLook { get; }
    internal Statement AddToken { get; }
    internal Statement Try { get; }
    internal Statement Again { get; }
    internal Statement Finish { get; }
    internal Statement EraseCase { get; }
    internal Statement EraseTokens { get; }
    internal Statement EraseJourney { get; }
    internal Statement EraseParts { get; }
    internal Statement DropAbandoned { get; }
    internal Statement DropUnused { get; }
    internal Statement DropRequests { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in _all) statement.Dispose();
        Connection.Dispose();
    }

    private Statement New(string sql, int parameters)
    {
        var statement = new Statement(Connection, sql, parameters);
        _all.Add(statement);
        return statement;
    }
}
