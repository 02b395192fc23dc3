using Dapper;
using InfoSharing.Exchange.Ledger.Copies;
using InfoSharing.Exchange.Ledger.Migrations;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Ledger.Stored;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Ledger.Engines.Sqlite;

/// <summary>The folder of a ledger's files, for a copy that is brought back.</summary>
internal sealed class SqlitePlace : ICopyPlace
{
    private readonly string _folder;
    private readonly string _beside;
    private readonly IReadOnlyList<Migration> _migrations;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly FolderLock _lock;

    /// <summary>Takes the folder.</summary>
    /// <exception cref="LedgerStartException">A process has it.</exception>
    internal SqlitePlace(string folder, IReadOnlyList<Migration> migrations, TimeProvider clock, ILogger log)
    {
        LedgerTypes.Register();
        (_folder, _migrations, _clock, _log) = (folder, migrations, clock, log);
        _lock = new(folder);
        _beside = Path.Combine(folder, "restoring");
        RemoveBeside(); // what a broken-off restoring left
    }

    public string Where => _folder;

    public bool IsTaken => File.Exists(Path.Combine(_folder, "ledger.db"));

    public IReadOnlyList<Guid> ErasedAfter(DateTimeOffset instant)
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "ledger.db"), Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
            return connection.Query<Guid>("select case_id from case_key where erased_at >= @after", new { after = Micros.Of(instant) }).AsList();
        }
        catch (SqliteException)
        {
            return []; // what is there cannot be read: that may be why it gives way
        }
    }

    public Task PutUpAsync(string content, CopyManifest manifest, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_beside);
        File.Copy(content, Path.Combine(_beside, "ledger.db"));
        return Task.CompletedTask;
    }

    public ILedgerEngine Open() => new SqliteEngine(_beside, _migrations, _clock, _log);

    public string? TakePlace(DateTimeOffset now)
    {
        string? aside = null;
        if (IsTaken)
        {
            aside = Path.Combine(_folder, $"replaced-{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
            Directory.CreateDirectory(aside);
            // The log first: a ledger is never there without its own.
            foreach (var file in Directory.EnumerateFiles(_folder, "ledger.db*").OrderDescending(StringComparer.Ordinal)) File.Move(file, Path.Combine(aside, Path.GetFileName(file)));
        }
        Gather(Path.Combine(_beside, "ledger.db"));
        File.Move(Path.Combine(_beside, "ledger.db"), Path.Combine(_folder, "ledger.db"));
        return aside;
    }

    public void Dispose()
    {
        RemoveBeside();
        _lock.Dispose();
    }

    // Everything into the one file: the last of the engine's connections to close may have been a reader's, which leaves the log.
    private static void Gather(string file)
    {
        using var connection = SqliteFile.OpenForWriting(file);
        SqliteFile.Ask(connection, "pragma wal_checkpoint(truncate)");
    }

    private void RemoveBeside()
    {
        if (Directory.Exists(_beside)) Directory.Delete(_beside, recursive: true);
    }
}
