using System.Data.Common;
using Dapper;
using InfoSharing.Exchange.Ledger.Copies;
using InfoSharing.Exchange.Ledger.Migrations;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Ledger.Stored;
using InfoSharing.Exchange.Ledger.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Ledger.Engines.Sqlite;

/// <summary>The embedded engine: one file, write-ahead log, one process.</summary>
internal sealed class SqliteEngine : ILedgerEngine
{
    private const string MigrationTable = "create table if not exists migration (number integer primary key, name text not null, digest blob not null, run_at integer not null)";

    private readonly FolderLock _lock;
    private readonly string _file;
    private readonly string _reading;
    private SqliteStatements? _writing;
    private long? _ceiling;

    /// <summary>Opens or makes the file, and brings its tables up to date.</summary>
    /// <exception cref="LedgerStartException">The folder is taken, the file cannot keep promises, or it is newer than the program.</exception>
    internal SqliteEngine(string folder, IReadOnlyList<Migration> migrations, TimeProvider clock, ILogger log)
    {
        LedgerTypes.Register();
        Where = folder;
        _lock = new(folder);
        _file = Path.Combine(folder, "ledger.db");
        _reading = SqliteFile.ForReading(_file);
        try
        {
            using var connection = SqliteFile.OpenForWriting(_file);
            connection.Execute("begin exclusive");
            MigrationRunner.Run(connection, MigrationTable, migrations, folder, Micros.Of(clock.GetUtcNow()), log);
            connection.Execute("commit");
            _writing = new(SqliteFile.OpenForWriting(_file));
        }
        catch (SqliteException unusable)
        {
            Dispose();
            throw new LedgerStartException($"The ledger in {folder} cannot be opened (SQLite code {unusable.SqliteExtendedErrorCode}): see that the disk is there, writable and not full, or restore the file.", unusable);
        }
        catch // whatever it was, the folder is let go for the next start; the failure goes on
        {
            Dispose();
            throw;
        }
    }

    public string Where { get; }

    public bool OthersMayWrite => false;

    /// <summary>The most pages that the file may have, from the next commit on; what is over it fails as a full disk does.</summary>
    internal long Ceiling
    {
        set => Interlocked.Exchange(ref _ceilingAsked, value);
    }

    private long _ceilingAsked;

    public IReadOnlyDictionary<string, byte[]> Settings()
    {
        using var connection = Reading();
        return connection.Query<(string Name, byte[] Value)>("select name, value from setting").ToDictionary(one => one.Name, one => one.Value);
    }

    public IReadOnlyDictionary<string, byte[]> Found(IReadOnlyDictionary<string, byte[]> settings, byte[] firstHead)
    {
        var connection = Writing().Connection;
        connection.Execute("begin immediate");
        foreach (var (name, value) in settings) connection.Execute("insert into setting (name, value) values (@name, @value) on conflict do nothing", new { name, value });
        connection.Execute("insert into chain (id, position, link) values (1, 0, @firstHead) on conflict do nothing", new { firstHead });
        connection.Execute("commit");
        return Settings();
    }

    public KnownCaseKey? CaseKey(Guid caseId)
    {
        using var connection = Reading();
        using var command = new SqliteCommand("select wrapped, erased_at is not null from case_key where case_id = $id", connection);
        command.Parameters.AddWithValue("$id", caseId.ToByteArray(bigEndian: true));
        using var row = command.ExecuteReader();
        return row.Read() ? new(row.GetFieldValue<byte[]>(0), row.GetInt64(1) == 1) : null;
    }

    public ValueTask<DbConnection> OpenForReadingAsync(CancellationToken cancellationToken) => new(Reading());

    public void Follow(Action<bool> told)
    {
        // The folder's lock keeps all others out.
    }

    public Task<bool> LeaseAsync(string what, TimeSpan time, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<IReadOnlyList<Guid>> DoneOfAsync(IReadOnlyCollection<Guid> messageIds, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Guid>>([]);

    public async Task<IReadOnlyDictionary<Guid, SeenMessage>> SeenAsync(IReadOnlyCollection<Guid> messageIds, CancellationToken cancellationToken)
    {
        await using var connection = Reading();
        return await SqliteMany.SeenAsync(connection, messageIds, cancellationToken);
    }

    public async Task<BeforeSendRows> BeforeSendAsync(BeforeSendKeys keys, CancellationToken cancellationToken)
    {
        await using var connection = Reading();
        return await SqliteMany.BeforeSendAsync(connection, keys, cancellationToken);
    }

    public Task<CopiedHead> CopyAsync(string to, IProgress<long>? progress, CancellationToken cancellationToken) => SqliteCopy.MakeAsync(_reading, to, progress, cancellationToken);

    public ILedgerTransaction Begin()
    {
        var writing = Writing();
        if (Interlocked.Read(ref _ceilingAsked) is var asked && asked != 0 && asked != _ceiling)
        {
            SqliteFile.Ask(writing.Connection, $"pragma max_page_count = {asked}");
            _ceiling = asked;
        }
        return new SqliteTransaction(writing, Abandon);
    }

    public bool Scrub()
    {
        try
        {
            return SqliteFile.Ask(Writing().Connection, "pragma wal_checkpoint(truncate)") is 0L;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    public bool WasCutOff(Exception failure) => false;

    public bool IsDamaged(Exception failure) => failure is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB };

    public bool IsUnavailable(Exception failure) => failure is SqliteException
    {
        SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED
            or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_PERM or SQLitePCL.raw.SQLITE_NOMEM
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        Abandon();
        using (var pool = new SqliteConnection(_reading)) SqliteConnection.ClearPool(pool);
        _lock.Dispose();
    }

    private SqliteConnection Reading()
    {
        var connection = new SqliteConnection(_reading);
        connection.Open();
        return connection;
    }

    private SqliteStatements Writing() => _writing ??= new(SqliteFile.OpenForWriting(_file));

    private void Abandon()
    {
        _writing?.Dispose();
        _writing = null;
        _ceiling = null;
    }
}
