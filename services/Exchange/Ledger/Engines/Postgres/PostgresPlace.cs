using Dapper;
using InfoSharing.Exchange.Ledger.Copies;
using InfoSharing.Exchange.Ledger.Migrations;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Ledger.Stored;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace InfoSharing.Exchange.Ledger.Engines.Postgres;

/// <summary>The database of a ledger, for a copy that is brought back: put up in a schema of its own, which then changes places with the other in one transaction.</summary>
internal sealed class PostgresPlace : ICopyPlace
{
    private const string Beside = "restoring";
    private const string OthersHere = "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name like 'InfoSharing %'";
    private const int MostLooks = 12;
    private const string TablesOf = "select relname from pg_class where relkind = 'r' and relnamespace = @schema::regnamespace order by relname";

    private readonly LedgerOptions _options;
    private readonly IReadOnlyList<Migration> _migrations;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly PostgresServer _server;

    /// <summary>Reaches the database.</summary>
    /// <exception cref="LedgerStartException">It is out of reach, or a process has it.</exception>
    internal PostgresPlace(LedgerOptions options, IReadOnlyList<Migration> migrations, TimeProvider clock, ILogger log)
    {
        LedgerTypes.Register();
        (_options, _migrations, _clock, _log) = (options, migrations, clock, log);
        _server = new(options.Connection, options.PasswordFile, options.Agency);
        try
        {
            using var connection = _server.ForOnce();
            // A process that has just ended is on the server's list for a moment.
            for (var looks = 0; connection.ExecuteScalar<long>(OthersHere) > 0 && looks < MostLooks; looks++) connection.Execute("select pg_sleep(0.25)");
            if (connection.ExecuteScalar<long>(OthersHere) > 0) throw new LedgerStartException($"A process of {options.Agency} has the ledger in {Where}: stop every replica first.");
            connection.Execute($"drop schema if exists {Beside} cascade"); // what a broken-off restoring left
        }
        catch (NpgsqlException down)
        {
            _server.Dispose();
            throw new LedgerStartException($"The ledger in {_server.Where} cannot be reached ({Failures.NameOf(down)}): see that the server runs, and that Ledger:Connection and Ledger:PasswordFile name the database's owner.", down);
        }
        catch // whatever it was, nothing stays open; the failure goes on
        {
            _server.Dispose();
            throw;
        }
    }

    public string Where => _server.Where;

    public bool IsTaken
    {
        get
        {
            using var connection = _server.ForOnce();
            return connection.ExecuteScalar<bool>("select to_regclass('setting') is not null");
        }
    }

    public IReadOnlyList<Guid> ErasedAfter(DateTimeOffset instant)
    {
        using var connection = _server.ForOnce();
        return connection.Query<Guid>("select case_id from case_key where erased_at >= @after", new { after = Micros.Of(instant) }).AsList();
    }

    public async Task PutUpAsync(string content, CopyManifest manifest, CancellationToken cancellationToken)
    {
        await MakeSchemaAsync(cancellationToken);
        // First the tables as they were when the copy was made; what came since is run on them when it is opened.
        using (new PostgresEngine(Server(), [.. _migrations.Take(manifest.Migration)], _clock, _log))
        {
        }
        using var server = Server();
        await using var writing = server.ForOnce();
        await TableCopy.ReadAsync(writing, content, cancellationToken);
    }

    private async Task MakeSchemaAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = _server.ForOnce();
            await connection.ExecuteAsync(new CommandDefinition($"create schema {Beside}", cancellationToken: cancellationToken));
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new CopyException($"The ledger's user may make no schema in {Where}, and a copy is put up in one before it takes its place: nothing was changed. Give it that right with \"database prepare\", or as the database's owner: grant create on database … to ….", refused);
        }
    }

    public ILedgerEngine Open() => new PostgresEngine(Server(), _migrations, _clock, _log);

    public string? TakePlace(DateTimeOffset now)
    {
        using var connection = _server.ForOnce();
        using var transaction = connection.BeginTransaction();
        var place = connection.ExecuteScalar<string>("select current_schema()")!;
        var there = connection.Query<string>(TablesOf, new { schema = place }).AsList();
        var aside = there.Contains("setting") ? $"replaced_{now.UtcDateTime:yyyyMMdd_HHmmss}" : null;
        if (aside is not null)
        {
            connection.Execute($"create schema {aside}");
            foreach (var table in there) connection.Execute($"alter table \"{place}\".\"{table}\" set schema {aside}");
        }
        foreach (var table in connection.Query<string>(TablesOf, new { schema = Beside }).AsList()) connection.Execute($"alter table {Beside}.\"{table}\" set schema \"{place}\"");
        connection.Execute($"drop schema {Beside}");
        transaction.Commit();
        return aside is null ? null : $"schema {aside} of {Where}";
    }

    public void Dispose()
    {
        using (var connection = _server.ForOnce()) connection.Execute($"drop schema if exists {Beside} cascade");
        _server.Dispose();
    }

    private PostgresServer Server() => new(_options.Connection, _options.PasswordFile, _options.Agency, Beside);
}
