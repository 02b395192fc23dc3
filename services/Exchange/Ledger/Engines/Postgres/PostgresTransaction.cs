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
/// </summary>
internal sealed class PostgresTransaction : ILedgerTransaction
{
    private readonly NpgsqlConnection _connection;
    private readonly Action _abandon;
    private readonly ChainHead _head;
    private NpgsqlBatch _pending;
    private bool _erased;
    private bool _committed;

    /// <param name="connection">The writer's connection.</param>
    /// <param name="abandon">Called when not even a rollback works: the connection is given up, and the server rolls back.</param>
    internal PostgresTransaction(NpgsqlConnection connection, Action abandon)
    {
        (_connection, _abandon, _pending) = (connection, abandon, new(connection));
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
        Send();
        _committed = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pending.Dispose();
        if (_committed) return;
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
