using System.Data.Common;
using System.Text;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Engines;
using InfoSharing.Exchange.Ledger.Engines.Postgres;
using InfoSharing.Exchange.Ledger.Migrations;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoSharing.Tests.Component.Ledger;

/// <summary>A ledger in a database of its own. What SQLite calls hex and zeroblob is there too, so that one tampering serves both.</summary>
internal sealed class PostgresRoom : LedgerRoom
{
    private const string InSqlitesWords =
        """
        create or replace function hex(bytea) returns text language sql as $$select upper(encode($1, 'hex'))$$;
        create or replace function hex(uuid) returns text language sql as $$select upper(replace($1::text, '-', ''))$$;
        create or replace function zeroblob(int) returns bytea language sql as $$select decode(repeat('00', $1), 'hex')$$;
        create or replace function id_of(bytea) returns uuid language sql as $$select encode($1, 'hex')::uuid$$;
        do $$ begin create cast (bytea as uuid) with function id_of(bytea) as assignment; exception when duplicate_object then end $$;
        """;

    private readonly TestDatabase _database;

    internal PostgresRoom(string folder, TestDatabase database) : base(folder, Keeper.Postgres)
    {
        _database = database;
        (Options.Connection, Options.PasswordFile) = (database.Connection, database.PasswordFile);
        Tamper(InSqlitesWords);
    }

    internal string Database => _database.Name;

    internal override string Where => new PostgresServer(Options.Connection, null, Leeds).Where;

    internal override ILedgerEngine EngineWith(IReadOnlyList<Migration> migrations) => new PostgresEngine(new(Options.Connection, Options.PasswordFile, Leeds, patience: TimeSpan.FromSeconds(Options.CommitSeconds)), migrations, Clock, NullLogger.Instance);

    /// <summary>Another process's ledger on the same database; whoever opens it closes it.</summary>
    internal AgencyLedger OpenAnother() => new(Options, EngineWith(Migrations), Clock, NullLogger<AgencyLedger>.Instance);

    internal override string Literal(Guid id) => $"'{id}'::uuid";

    internal override string Literal(byte[] bytes) => $"'\\x{Convert.ToHexString(bytes)}'::bytea";

    internal override Task<IReadOnlyList<string>> PlacesOf(byte[] bytes)
    {
        var (hex, text) = (Convert.ToHexStringLower(bytes), Encoding.Latin1.GetString(bytes).Replace("'", "''", StringComparison.Ordinal));
        var found = new List<string>();
        foreach (var table in Ask<string>("select string_agg(relname, ' ') from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace").Split(' '))
            if (Ask<long>($"select count(*) from {table} as t where position('{hex}' in t::text) > 0 or position(E'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal)}' in t::text) > 0") > 0) found.Add(table);
        return Task.FromResult<IReadOnlyList<string>>(found);
    }

    public override void Dispose()
    {
        base.Dispose();
        _database.Drop();
    }

    protected override DbConnection Connect() => _database.Open();
}
