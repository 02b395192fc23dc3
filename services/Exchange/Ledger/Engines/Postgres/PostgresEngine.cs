using System.Data;
using System.Data.Common;
using Dapper;
using InfoSharing.Exchange.Ledger.Copies;
using InfoSharing.Exchange.Ledger.Migrations;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Ledger.Stored;
using InfoSharing.Exchange.Ledger.Writing;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace InfoSharing.Exchange.Ledger.Engines.Postgres;

/// <summary>The engine for more than one process: a database of its own for each ledger, which any number of replicas write and read.</summary>
internal sealed class PostgresEngine : ILedgerEngine
{
    private const long MigrationLock = 0x496E666F53686172; // "InfoShar": one program at a time changes the tables

    // A program that starts is slow between two statements, more so on a busy machine: it is not ended for that as a hung writer is.
    private const string TakeMigrationLock = "select set_config('idle_in_transaction_session_timeout', '60s', true), pg_advisory_xact_lock(@MigrationLock)";
    private const string MigrationTable = "create table if not exists migration (number bigint primary key, name text not null, digest bytea not null, run_at bigint not null)";

    private readonly PostgresServer _server;
    private readonly OtherReplicas _others;
    private readonly Leases _leases;
    private readonly Tidying _tidying;
    private readonly PostgresMany _many;
    private NpgsqlConnection? _writing;
    private volatile int _writerProcess;

    /// <summary>Opens the database, and brings its tables up to date.</summary>
    /// <exception cref="LedgerStartException">It cannot be reached, cannot keep promises, or is newer than the program.</exception>
    internal PostgresEngine(PostgresServer server, IReadOnlyList<Migration> migrations, TimeProvider clock, ILogger log)
    {
        LedgerTypes.Register();
        _server = server;
        _others = new(server, clock, log);
        _leases = new(server, clock);
        _tidying = new(server, log);
        _many = new(server);
        try
        {
            var connection = Writing();
            using var transaction = connection.BeginTransaction();
            connection.Execute(TakeMigrationLock, new { MigrationLock });
            MigrationRunner.Run(connection, MigrationTable, migrations, server.Where, Micros.Of(clock.GetUtcNow()), log);
            transaction.Commit();
        }
        catch (Exception unusable) when (unusable is NpgsqlException or IOException or UnauthorizedAccessException)
        {
            Dispose();
            throw NotOpened(server.Where, unusable);
        }
        catch // whatever it was, nothing stays open; the failure goes on
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Why a ledger in a database cannot be opened, and whether that may pass.</summary>
    /// <param name="where">The database.</param>
    /// <param name="unusable">What failed.</param>
    internal static LedgerStartException NotOpened(string where, Exception unusable)
    {
        var reason = Failures.NameOf(unusable);
        return new($"The ledger in {where} cannot be opened ({reason}): see that the server runs, that the database is there, and that Ledger:Connection and Ledger:PasswordFile name its owner.", unusable)
        {
            Awaited = Failures.MayPass(unusable) ? $"{where} ({reason})" : null,
        };
    }

    public string Where => _server.Where;

    public bool OthersMayWrite => true;

    public IReadOnlyDictionary<string, byte[]> Settings()
    {
        using var connection = _server.ForOnce();
        return connection.Query<(string Name, byte[] Value)>("select name, value from setting").ToDictionary(one => one.Name, one => one.Value);
    }

    public IReadOnlyDictionary<string, byte[]> Found(IReadOnlyDictionary<string, byte[]> settings, byte[] firstHead)
    {
        var connection = Writing();
        using (var transaction = connection.BeginTransaction())
        {
            connection.Execute(TakeMigrationLock, new { MigrationLock }); // all settings are one founder's
            foreach (var (name, value) in settings) connection.Execute("insert into setting (name, value) values (@name, @value) on conflict do nothing", new { name, value });
            connection.Execute("insert into chain (id, position, link) values (1, 0, @firstHead) on conflict do nothing", new { firstHead });
            transaction.Commit();
        }
        return Settings();
    }

    // To ask the server costs more than to seal again the few that were sealed under a key of their own though the case has one.
    public KnownCaseKey? CaseKey(Guid caseId) => null;

    public async ValueTask<DbConnection> OpenForReadingAsync(CancellationToken cancellationToken) => await _server.ForReadingAsync(cancellationToken);

    public ILedgerTransaction Begin()
    {
        var hadOne = _writing is not null;
        try
        {
            return new PostgresTransaction(Writing(), _server.Patience, Abandon, Leave);
        }
        catch (NpgsqlException) when (hadOne && _writing is null) // the server went, and nothing but the connection was lost with it: it may be there again
        {
            return new PostgresTransaction(Writing(), _server.Patience, Abandon, Leave);
        }
    }

    public void Follow(Action<bool> told) => _others.Follow(told, () => _writerProcess);

    public Task<bool> LeaseAsync(string what, TimeSpan time, CancellationToken cancellationToken) => _leases.TakeAsync(what, time, cancellationToken);

    public Task<IReadOnlyList<Guid>> DoneOfAsync(IReadOnlyCollection<Guid> messageIds, CancellationToken cancellationToken) => _many.DoneOfAsync(messageIds, cancellationToken);

    public Task<IReadOnlyDictionary<Guid, SeenMessage>> SeenAsync(IReadOnlyCollection<Guid> messageIds, CancellationToken cancellationToken) => _many.SeenAsync(messageIds, cancellationToken);

    public Task<BeforeSendRows> BeforeSendAsync(BeforeSendKeys keys, CancellationToken cancellationToken) => _many.BeforeSendAsync(keys, cancellationToken);

    public async Task<CopiedHead> CopyAsync(string to, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        await using var connection = await _server.ForListeningAsync(cancellationToken);
        return await TableCopy.WriteAsync(connection, to, progress, cancellationToken);
    }

    public bool Scrub()
    {
        _tidying.Ask();
        return true;
    }

    public bool WasCutOff(Exception failure) => Failures.WasCutOff(failure);

    public bool IsDamaged(Exception failure) => failure is PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted };

    public bool IsUnavailable(Exception failure) => Failures.IsUnavailable(failure);

    /// <inheritdoc/>
    public void Dispose()
    {
        _others.Dispose();
        _leases.Dispose();
        _tidying.Dispose();
        Abandon();
        _server.Dispose();
    }

    private NpgsqlConnection Writing()
    {
        if (_writing is { State: ConnectionState.Open }) return _writing;
        Abandon(); // it was lost while nothing was written, as its own signs of life found
        _writing = _server.ForWriting();
        _writerProcess = _writing.ProcessID;
        return _writing;
    }

    private void Abandon()
    {
        _writing?.Dispose();
        _writing = null;
    }

    private void Leave(Task commit)
    {
        var left = _writing!;
        _writing = null;
        _ = commit.ContinueWith(_ => left.Dispose(), TaskScheduler.Default);
    }
}
