using System.Data.Common;
using InfoSharing.Exchange.Ledger.Chain;
using InfoSharing.Exchange.Ledger.Stored;
using InfoSharing.Exchange.Ledger.Writing;
using Npgsql;

namespace InfoSharing.Exchange.Ledger.Engines.Postgres;

/// <summary>
/// The writer's transaction. It holds the lock of the chain's row from its first command to its commit: among all replicas one writes at a time, and numbers are
/// seen in the order in which they are given. What is written waits until something is read or committed, so that the lock is held for three round trips:
/// 1. begin, and the head; 2. what is stored; 3. the rows, the new head, the commit, and a word to the other replicas.
/// A commit that is not answered in time is left to itself, with its connection: it may wait for a standby. It must not be cancelled, for a wait that is cancelled ends
/// as a commit which everybody sees and no standby has. Left alone it keeps the chain's lock, so that nobody builds on it, until the standby has it or the server is gone.
/// </summary>
internal sealed class PostgresTransaction : ILedgerTransaction
{
    private readonly NpgsqlConnection _connection;
    private readonly TimeSpan _patience;
    private readonly Action _abandon;
    private readonly Action<Task> _leave;
    private readonly ChainHead _head;
    private NpgsqlBatch _pending;
    private bool _erased;
    private bool _ended;

    /// <param name="connection">The writer's connection.</param>
    /// <param name="patience">How long the commit is waited for.</param>
    /// <param name="abandon">Called when not even a rollback works: the connection is given up, and the server rolls back.</param>
    /// <param name="leave">Called with a commit that is not waited for any longer: its connection is used no more, and closed when it has ended.</param>
    internal PostgresTransaction(NpgsqlConnection connection, TimeSpan patience, Action abandon, Action<Task> leave)
    {
        (_connection, _patience, _abandon, _leave, _pending) = (connection, patience, abandon, leave, new(connection));
        try
        {
            using var batch = new NpgsqlBatch(connection) { BatchCommands = { new("begin"), new("select position, link from chain where id = 1 for update") } };
            using var row = batch.ExecuteReader();
            if (!row.Read()) throw new InvalidOperationException("The ledger has no chain.");
            _head = new((ulong)row.GetInt64(0), row.GetFieldValue<byte[]>(1));
        }
        catch // whatever it was, the transaction ends here; the failure goes on
        {
            Dispose();
            throw;
        }
    }

    public DbConnection Connection
    {
        get
        {
            Send();
            return _connection;
        }
    }

    public ChainHead Head() => _head;

    public void Load(BatchKeys keys, BatchFacts facts)
    {
        Send();
        PostgresFacts.Load(_connection, keys, facts);
    }

    public void Write(RowBatch rows, ChainHead head)
    {
        PostgresRows.Add(_pending, rows, head);
        _erased |= rows.Erased.Count > 0;
    }

    public void DropRequests(long before) => _pending.Add("delete from request where number in (select number from request order by number limit 500) and at < $1", Column.Of(before));

    public void DropParts(long abandonedBefore, long unusedBefore)
    {
        _pending.Add("delete from document_part p where p.at < $1 and not exists (select 1 from document d where d.upload = p.upload and d.partner = '')", Column.Of(abandonedBefore));
        _pending.Add("delete from document_part p where p.at < $1 and not exists (select 1 from transfer t where t.transfer_id = p.transfer_id)", Column.Of(unusedBefore));
    }

    public void Commit()
    {
        _pending.Add("commit");
        // After the commit, in a transaction of its own: all who notify wait for each other until they are done, and must not do so while the disk is written.
        _pending.Add("select pg_notify($1, $2)", Column.Of(OtherReplicas.Channel), Column.Of(_erased ? OtherReplicas.Erased : ""));
        _pending.Timeout = 0; // where time runs out the driver cancels
        var commit = _pending.ExecuteNonQueryAsync(CancellationToken.None);
        if (Task.WaitAny([commit], _patience) < 0)
        {
            _ended = true;
            _leave(commit);
            throw new TimeoutException("The server does not answer to a commit.");
        }
        commit.GetAwaiter().GetResult();
        _pending.Dispose();
        _ended = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_ended) return; // the batch too: a commit that is left uses it yet
        _pending.Dispose();
        try
        {
            using var rollback = new NpgsqlCommand("rollback", _connection);
            rollback.ExecuteNonQuery();
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException)
        {
            _abandon();
        }
    }

    private void Send()
    {
        if (_pending.BatchCommands.Count == 0) return;
        using var sent = _pending;
        _pending = new(_connection);
        sent.ExecuteNonQuery();
    }
}
