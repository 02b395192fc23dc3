using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Copies;
using InfoSharing.Exchange.Ledger.Engines.Postgres;
using InfoSharing.Local.Databases;
using InfoSharing.Local.Private;
using InfoSharing.Tests.Component.Ledger;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace InfoSharing.Tests.Component.Local;

/// <summary>What an agency's user may do on the PostgreSQL that a network starts: keep its own ledger, and nothing else.</summary>
public sealed class LedgerDatabaseTests(LedgerDatabaseTests.Prepared prepared) : IClassFixture<LedgerDatabaseTests.Prepared>
{
    private const string Police = "leeds-police";
    private const string Health = "leeds-health";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_agency_makes_tables_in_its_own_database_and_reaches_no_other()
    {
        await Run(Police, "leeds_police", "create table kept (it text); insert into kept values ('ours'); drop table kept");
        foreach (var other in new[] { "leeds_health", "postgres", "template1" })
            (await Refused(Police, other, "select 1")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege, other);
    }

    [Fact]
    public async Task It_brings_a_copy_back_beside_its_ledger_and_without_that_right_it_is_told_how_to_get_it()
    {
        await Run(Police, "leeds_police", "create schema restoring; drop schema restoring");
        await using (var administrator = await Open(prepared.Server.ConnectionTo("postgres"), prepared.Server.PasswordFile))
        await using (var narrow = new NpgsqlCommand("revoke create on database leeds_police from leeds_police", administrator)) await narrow.ExecuteNonQueryAsync(Stop);
        var options = new LedgerOptions { Agency = Police, Engine = LedgerOptions.Postgres, Connection = $"Host=127.0.0.1;Port={prepared.Server.Port};Database=leeds_police;Username=leeds_police", PasswordFile = prepared.PasswordOf(Police) };
        using (var place = new PostgresPlace(options, [], TimeProvider.System, NullLogger.Instance))
            (await Should.ThrowAsync<CopyException>(() => place.PutUpAsync("no file", null!, Stop))).Message.ShouldContain("database prepare");

        await prepared.Prepare();
        await Run(Police, "leeds_police", "create schema restoring; drop schema restoring");
    }

    [Theory]
    [InlineData("create database more")]
    [InlineData("create role more")]
    [InlineData("drop database leeds_health")]
    [InlineData("alter role leeds_health password 'guessed'")]
    [InlineData("alter role leeds_police superuser")]
    [InlineData("grant connect on database leeds_police to leeds_health; set role leeds_health")]
    [InlineData("copy (select 1) to program 'true'")]
    [InlineData("select pg_read_file('postgresql.conf')")]
    public async Task It_may_not_administer(string sql) => (await Refused(Police, "leeds_police", sql)).ShouldBeOneOf(PostgresErrorCodes.InsufficientPrivilege, PostgresErrorCodes.ActiveSqlTransaction);

    [Fact]
    public async Task Its_password_is_its_own_and_stays_when_rights_that_were_widened_are_taken_back()
    {
        var before = await File.ReadAllTextAsync(prepared.PasswordOf(Police), Stop);
        before.ShouldNotBe(await File.ReadAllTextAsync(prepared.PasswordOf(Health), Stop));
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(prepared.PasswordOf(Police)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using (var administrator = await Open(prepared.Server.ConnectionTo("postgres"), prepared.Server.PasswordFile))
        await using (var widen = new NpgsqlCommand("grant connect on database leeds_health to public; alter role leeds_police createdb", administrator)) await widen.ExecuteNonQueryAsync(Stop);
        await Run(Police, "leeds_health", "select 1");

        await prepared.Prepare();
        (await Refused(Police, "leeds_health", "select 1")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await Refused(Police, "leeds_police", "create database more")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await File.ReadAllTextAsync(prepared.PasswordOf(Police), Stop)).ShouldBe(before);
        (await Refused(Police, "leeds_police", "select 1", passwordOf: Health)).ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    private async Task<string> Refused(string agency, string database, string sql, string? passwordOf = null) => (await Should.ThrowAsync<PostgresException>(() => Run(agency, database, sql, passwordOf))).SqlState;

    private async Task Run(string agency, string database, string sql, string? passwordOf = null)
    {
        await using var connection = await Open($"Host=127.0.0.1;Port={prepared.Server.Port};Database={database};Username={LedgerDatabases.NameOf(agency)}", prepared.PasswordOf(passwordOf ?? agency));
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Stop);
    }

    private static async Task<NpgsqlConnection> Open(string connection, string passwordFile)
    {
        var opened = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Password = await File.ReadAllTextAsync(passwordFile, Stop), Pooling = false }.ConnectionString);
        await opened.OpenAsync(Stop);
        return opened;
    }

    /// <summary>A server with the databases of two agencies.</summary>
    public sealed class Prepared : IAsyncLifetime
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("infosharing-databases-").FullName;
        private PrivatePostgres? _server;

        internal PrivatePostgres Server => _server!;

        public async ValueTask InitializeAsync()
        {
            _server = await TestPostgres.OwnServer(_folder);
            await Prepare();
        }

        public async ValueTask DisposeAsync()
        {
            if (_server is not null) await _server.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }

        internal Task Prepare() => new LedgerDatabases(Server.ConnectionTo, Server.PasswordFile, PasswordOf).PrepareAsync([Police, Health], Stop);

        internal string PasswordOf(string agency) => Path.Combine(_folder, $"{agency}.password");
    }
}
