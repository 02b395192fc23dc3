using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace InfoSharing.Tests.SystemLane.Network;

/// <summary>A ledger as it is stored, in its own file or in the network's database, which runs. What is in clear in it is enough to count.</summary>
internal sealed class StoredLedger : IDisposable
{
    private static readonly TimeSpan ToComeUp = TimeSpan.FromMinutes(1);
    private readonly DbConnection _connection;

    internal StoredLedger(string folder, string agency)
    {
        _connection = Directory.Exists(Path.Combine(folder, "database")) ? InDatabase(folder, agency) : InFile(folder, agency);
        Open();
    }

    /// <summary>Messages that still wait for their receipt.</summary>
    internal long Undone() => Ask("select count(*) from outgoing where done_at is null");

    /// <summary>How often each transfer came; none that never did.</summary>
    internal IReadOnlyDictionary<string, long> Received() => Counted("select transfer_id, count(*) from incoming where kind = 'transfer' group by transfer_id");

    /// <summary>How many versions of each transfer are kept as received.</summary>
    internal IReadOnlyDictionary<string, long> Versions() => Counted("select transfer_id, count(*) from transfer where standing = 2 group by transfer_id");

    /// <summary>How many transfers came from an agency.</summary>
    internal long ReceivedFrom(string sender) => Ask("select count(distinct transfer_id) from incoming where sender = @text and kind = 'transfer'", sender);

    /// <summary>Parts of documents that came.</summary>
    internal long PartsReceived() => Ask("select count(*) from incoming where kind = 'document_part'");

    /// <summary>Messages of ours without a receipt that is stored.</summary>
    internal long DoneWithoutReceipt() => Ask("select count(*) from outgoing o where done_at is not null and not exists (select 1 from receipt r where r.id = o.id and r.given = 0)");

    /// <summary>Receipts that we gave for messages of which we do not have the bytes.</summary>
    internal long ReceiptsWithoutBytes() => Ask("select count(*) from receipt r where r.given = 1 and not exists (select 1 from incoming i where i.id = r.id and length(i.sealed) > 0)");

    /// <summary>The processes that send from a lane, by the leases that are not over.</summary>
    internal IReadOnlyList<Guid> LeaseHolders() => [.. Read("select distinct owner from lease where until > clock_timestamp()", row => row.GetGuid(0))];

    /// <summary>What came, as a watcher sees it.</summary>
    internal IReadOnlyList<(ulong Cursor, string TransferId)> ReceivedEvents() =>
        [.. Read("select position, transfer_id from event where kind = 'received' order by position", row => ((ulong)row.GetInt64(0), IdIn(row, 1)))];

    /// <summary>The newest position.</summary>
    internal long Position() => Ask("select position from chain where id = 1");

    /// <summary>How many events of a kind there are after a position, and in how many commits: those of one commit have one time.</summary>
    internal (long Events, long Commits) CommitsAfter(long position, string kind) =>
        Read($"select count(*), count(distinct at) from event where position > {position} and kind = '{kind}'", row => (row.GetInt64(0), row.GetInt64(1))).Single();

    /// <summary>Deletes what restorings set aside, as an operator does when nobody needs it: on a small disk it would be in the way.</summary>
    internal void DeleteSetAside()
    {
        foreach (var schema in Read("select nspname::text from pg_namespace where nspname like 'replaced\\_%'", row => row.GetString(0)))
        {
            using var drop = Command($"drop schema \"{schema}\" cascade", null);
            drop.ExecuteNonQuery();
        }
    }

    public void Dispose() => _connection.Dispose();

    // A server that was killed a moment ago comes up again, and says until then that it cannot be reached.
    private void Open()
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                _connection.Open();
                return;
            }
            catch (NpgsqlException down) when (down.IsTransient && Stopwatch.GetElapsedTime(since) < ToComeUp)
            {
                Task.Delay(100).Wait();
            }
        }
    }

    private static SqliteConnection InFile(string folder, string agency) =>
        new($"Data Source={Directory.EnumerateFiles(Path.Combine(folder, agency), "ledger.db", SearchOption.AllDirectories).Single()};Mode=ReadWrite;Pooling=false");

    // As the agency itself reaches it; the port stands in the server's own file.
    private static NpgsqlConnection InDatabase(string folder, string agency)
    {
        var name = agency.Replace('-', '_');
        return new(new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = PortOfDatabase(folder), Database = name, Username = name, Password = File.ReadAllText(Path.Combine(folder, agency, "database.password")), Pooling = false,
        }.ConnectionString);
    }

    /// <summary>Where the network's database listens.</summary>
    internal static int PortOfDatabase(string folder) => int.Parse(File.ReadLines(Path.Combine(folder, "database", "postgres", "data", "postmaster.pid")).ElementAt(3));

    private long Ask(string sql, string? text = null)
    {
        using var command = Command(sql, text);
        return (long)command.ExecuteScalar()!;
    }

    private Dictionary<string, long> Counted(string sql) => Read(sql, row => (Id: IdIn(row, 0), Count: row.GetInt64(1))).ToDictionary(one => one.Id, one => one.Count);

    private List<T> Read<T>(string sql, Func<DbDataReader, T> row)
    {
        using var command = Command(sql, null);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    private static string IdIn(DbDataReader row, int column) => (row.GetValue(column) is byte[] id ? new Guid(id, bigEndian: true) : row.GetGuid(column)).ToString();

    private DbCommand Command(string sql, string? text)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        if (text is null) return command;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@text", text);
        command.Parameters.Add(parameter);
        return command;
    }
}
