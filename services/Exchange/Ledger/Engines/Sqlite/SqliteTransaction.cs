using System.Data.Common;
using InfoSharing.Exchange.Ledger.Chain;
using InfoSharing.Exchange.Ledger.Stored;
using InfoSharing.Exchange.Ledger.Writing;
using Microsoft.Data.Sqlite;

namespace InfoSharing.Exchange.Ledger.Engines.Sqlite;

/// <summary>The writer's transaction. "begin immediate" takes SQLite's one write lock, which locks the head too.</summary>
internal sealed class SqliteTransaction : ILedgerTransaction
{
    private readonly SqliteStatements _run;
    private readonly Action _abandon;
    private bool _committed;

    /// <param name="run">The writer's connection.</param>
    /// <param name="abandon">Called when not even a rollback works: the connection is given up.</param>
    internal SqliteTransaction(SqliteStatements run, Action abandon)
    {
        _run = run;
        _abandon = abandon;
        run.Begin.Run();
    }

    public DbConnection Connection => _run.Connection;

    public ChainHead Head()
    {
        using var row = _run.Head.First() ?? throw new InvalidOperationException("The ledger has no chain.");
        return new((ulong)row.GetInt64(0), row.GetFieldValue<byte[]>(1));
    }

    // What decisions read is not read ahead: to ask at its time costs no round trip here.
    public void Load(BatchKeys keys, BatchFacts facts)
    {
        foreach (var key in keys.Requests)
            using (var row = _run.FindRequest.First(key))
                if (row is not null) facts.Requests[key] = new RequestRow { Key = key, Digest = Bytes(row, 0), CaseId = Id(row, 1), Answer = Bytes(row, 2), At = row.GetInt64(3) };
        foreach (var id in keys.Incoming)
            using (var row = _run.FindIncoming.First(id))
                if (row is not null) facts.Incoming[id] = new(Bytes(row, 0), Bytes(row, 1));
        foreach (var key in keys.IncomingSequences)
            using (var row = _run.FindIncomingSequence.First(key.TransferId, key.Sender, key.Sequence))
                if (row is not null) facts.IncomingSequences[key] = Id(row, 0);
        foreach (var key in keys.Contents)
            using (var row = _run.FindContent.First(key.TransferId, key.Version, key.Standing))
                if (row is not null) facts.Contents[key] = new(Bytes(row, 0), row.IsDBNull(1) ? null : Bytes(row, 1));
        foreach (var key in keys.Streams)
            using (var row = _run.FindLastSequence.First(key.TransferId, key.Recipient))
                if (row is not null && !row.IsDBNull(0) && row.GetInt64(0) > facts.LastSequences.GetValueOrDefault(key)) facts.LastSequences[key] = row.GetInt64(0);
        foreach (var id in keys.Outgoing)
            using (var row = _run.FindOutgoing.First(id))
                if (row is not null) facts.Outgoing[id] = new(Bytes(row, 0), row.GetInt64(1) == 1, row.GetInt64(2) == 1, new(id, Id(row, 3), (uint)row.GetInt64(4), row.GetString(5), (ulong)row.GetInt64(6), row.GetString(7)));
        foreach (var id in keys.Cases)
            using (var row = _run.FindCase.First(id))
                if (row is not null) facts.Cases[id] = new(Bytes(row, 0), row.GetInt64(1) == 1);
        foreach (var key in keys.Carried)
            using (var row = _run.FindCarried.First(key.TransferId, key.Outgoing ? 1L : 0L, key.Partner, key.Upload, key.Part))
                if (row is not null) facts.Carried.Add(key);
        foreach (var key in keys.Documents)
            using (var row = _run.FindDocument.First(key.TransferId, key.Partner, key.Upload))
                if (row is not null) facts.Documents.Add(key);
    }

    public void Write(RowBatch rows, ChainHead head)
    {
        foreach (var key in rows.CaseKeys) _run.AddCase.Run(key.CaseId, key.Wrapped, key.MadeAt);
        foreach (var link in rows.Links)
            (link.Audit ? _run.AddAudit : _run.AddEvent).Run(link.Position, link.Id, link.TransferId, link.Version, link.Kind, link.At, link.House, link.Sealed, link.Salt, link.Link);
        foreach (var row in rows.Transfers) _run.AddTransfer.Run(row.Place, row.Id, row.TransferId, row.Version, row.Standing, row.Sha256, row.Sealed, row.Report, row.Request);
        foreach (var row in rows.Outgoing)
            _run.AddOutgoing.Run(row.Place, row.Id, row.TransferId, row.Version, row.Recipient, row.Lane, row.Sequence, row.Kind, row.Sha256, row.Sealed, row.At, row.House);
        foreach (var row in rows.Incoming) _run.AddIncoming.Run(row.Place, row.Id, row.TransferId, row.Version, row.Sender, row.Sequence, row.Kind, row.Sha256, row.Sealed, row.At, row.Proof);
        foreach (var row in rows.Receipts) _run.AddReceipt.Run(row.Place, row.Id, row.Given, row.Bytes);
        foreach (var row in rows.Quarantine) _run.AddQuarantine.Run(row.Place, row.Id, row.Reason, row.Sender, row.At, row.Sealed);
        foreach (var row in rows.Documents) _run.AddDocument.Run(row.Place, row.Id, row.TransferId, row.Document, row.Partner, row.Upload, row.Sha256, row.Parts, row.At, row.Sealed);
        foreach (var row in rows.Parts) _run.AddPart.Run(row.Upload, row.Part, row.TransferId, row.At, row.Sealed);
        foreach (var row in rows.Carried) _run.AddCarried.Run(row.MessageId, row.TransferId, row.Outgoing ? 1L : 0L, row.Partner, row.Document, row.Upload, row.Part, row.Parts);
        foreach (var row in rows.Requests) _run.AddRequest.Run(row.Key, row.Digest, row.CaseId, row.Answer, row.At);
        foreach (var row in rows.Journeys) _run.SetJourney.Run(row.Position, row.TransferId, row.Version, row.State, row.ChangedAt, row.Sealed, row.LookAfter);
        foreach (var look in rows.Looks) _run.SetLook.Run(look.TransferId, look.LookAt, look.Marks);
        foreach (var row in rows.BlindIndex) _run.AddToken.Run(row.Token, row.TransferId);
        foreach (var change in rows.Changes)
        {
            if (change.DueAt is { } due) (change.Again ? _run.Again : _run.Try).Run(change.MessageId, due);
            if (change.DoneAt is { } done) _run.Finish.Run(change.MessageId, done);
        }
        foreach (var (caseId, at) in rows.Erased)
        {
            _run.EraseCase.Run(caseId, at);
            _run.EraseTokens.Run(caseId);
            _run.EraseJourney.Run(caseId, at);
            _run.EraseParts.Run(caseId);
        }
        if (rows.Links.Count > 0) _run.MoveHead.Run((long)head.Position, head.Link);
    }

    public void DropRequests(long before) => _run.DropRequests.Run(before);

    public void DropParts(long abandonedBefore, long unusedBefore)
    {
        _run.DropAbandoned.Run(abandonedBefore);
        _run.DropUnused.Run(unusedBefore);
    }

    public void Commit()
    {
        _run.Commit.Run();
        _committed = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_committed) return;
        try
        {
            // After some failures SQLite has rolled back by itself.
            if (SQLitePCL.raw.sqlite3_get_autocommit(_run.Connection.Handle) == 0) _run.Rollback.Run();
        }
        catch (SqliteException)
        {
            _abandon();
        }
    }

    private static byte[] Bytes(SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    private static Guid Id(SqliteDataReader row, int column) => new(Bytes(row, column), bigEndian: true);
}
