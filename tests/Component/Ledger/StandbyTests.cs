using InfoSharing.Exchange.Hosting;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Local.Private;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using static InfoSharing.Tests.Component.Ledger.LedgerRoom;

namespace InfoSharing.Tests.Component.Ledger;

/// <summary>A ledger on a server whose commits wait for a named standby: what it acknowledges is on two machines.</summary>
public sealed class StandbyTests : IAsyncLifetime
{
    private const string Name = "second";
    private readonly string[] _folders = [.. Enumerable.Range(0, 2).Select(_ => Directory.CreateTempSubdirectory("infosharing-standby-").FullName)];
    private PrivatePostgres _first = null!;
    private PrivatePostgres _second = null!;
    private TestDatabase _database = null!;
    private PostgresRoom _room = null!;

    public async ValueTask InitializeAsync()
    {
        _first = await TestPostgres.OwnServer(_folders[0]);
        _second = await PrivatePostgres.FollowAsync(PostgresPrograms.Find()!, _folders[1], _first, Name, Stop);
        _database = TestDatabase.Make(_first.ConnectionTo("postgres"), _first.PasswordFile);
        _database.OnServer($"alter system set synchronous_standby_names = '{Name}'");
        _database.OnServer("select pg_reload_conf()");
        await UntilInStep();
        _room = new PostgresRoom(Directory.CreateTempSubdirectory("infosharing-ledger-").FullName, _database);
        InfoSharing.Exchange.Ledger.Sealing.StorageKey.Make(_room.KeyFile);
        _room.Options.Connection = new NpgsqlConnectionStringBuilder(_database.Connection) { Host = $"127.0.0.1:{_first.Port},127.0.0.1:{_second.Port}" }.ConnectionString;
        _room.Options.CommitSeconds = 1;
    }

    public async ValueTask DisposeAsync()
    {
        _room.Close();
        NpgsqlConnection.ClearAllPools();
        await _second.DisposeAsync();
        await _first.DisposeAsync();
        Directory.Delete(_room.Folder, recursive: true);
        foreach (var folder in _folders) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_standby_that_is_gone_is_waited_for_nothing_is_acknowledged_meanwhile_and_what_was_asked_is_stored_once()
    {
        await UntilTaken(_room.Send(_room.NewId()));
        await _second.KillAsync(Stop);
        var meanwhile = new[] { _room.Send(_room.NewId()), _room.Send(_room.NewId()) };
        foreach (var entry in meanwhile.Concat(meanwhile)) await Should.ThrowAsync<LedgerUnavailableException>(() => _room.Append(entry));
        (await Health()).ShouldBe(HealthStatus.Unhealthy);
        _room.Ask<long>("select count(*) from transfer").ShouldBe(1, "what no standby has is seen by nobody");

        await _second.StartAgainAsync(Stop);
        foreach (var entry in meanwhile) (await UntilTaken(entry)).ShouldBeOneOf(AppendOutcome.Stored, AppendOutcome.Repeated);
        _room.Ask<long>("select count(*) from transfer").ShouldBe(3);
        (await Health()).ShouldBe(HealthStatus.Healthy);
        (await _room.Ledger.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task With_the_server_gone_its_standby_has_all_that_was_acknowledged_and_the_ledger_goes_on_there()
    {
        var acknowledged = Enumerable.Range(0, 20).Select(_ => _room.NewId()).ToList();
        foreach (var transfer in acknowledged) await UntilTaken(_room.Send(transfer)); // on a busy machine a commit may take longer than the second that it has here
        await _first.KillAsync(Stop);
        var meanwhile = _room.Send(_room.NewId());
        await Should.ThrowAsync<LedgerUnavailableException>(() => _room.Append(meanwhile));

        var second = new NpgsqlConnectionStringBuilder(_second.ConnectionTo("postgres")) { Password = await File.ReadAllTextAsync(_second.PasswordFile, Stop), Pooling = false };
        await using (var administrator = new NpgsqlConnection(second.ConnectionString))
        {
            await administrator.OpenAsync(Stop);
            foreach (var sql in new[] { "select pg_promote()", "alter system set synchronous_standby_names = ''", "select pg_reload_conf()" })
            {
                await using var told = new NpgsqlCommand(sql, administrator);
                await told.ExecuteNonQueryAsync(Stop);
            }
        }
        (await UntilTaken(meanwhile)).ShouldBe(AppendOutcome.Stored);
        foreach (var transfer in acknowledged) (await UntilAnswered(() => _room.Ledger.OpenAsync(transfer, 1, null, Stop))).ShouldNotBeNull().Body.Open().ShouldNotBeEmpty();
        (await UntilAnswered(() => _room.Ledger.VerifyAsync(null, Stop))).Links.ShouldBe(42UL);
    }

    private async Task<AppendOutcome> UntilTaken(LedgerEntry entry) => (await UntilAnswered(() => _room.Ledger.AppendAsync(entry, Stop))).Outcome;

    // As a caller does who was told to ask again.
    private static async Task<T> UntilAnswered<T>(Func<Task<T>> ask)
    {
        for (var began = TimeProvider.System.GetTimestamp(); ;)
            try
            {
                return await ask();
            }
            catch (LedgerUnavailableException) when (TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(40))
            {
                await Task.Delay(50, Stop);
            }
    }

    private async Task<HealthStatus> Health() => (await new LedgerServing(_room.Ledger).CheckHealthAsync(new(), Stop)).Status;

    private async Task UntilInStep()
    {
        using var connection = _database.Open();
        await using var ask = new NpgsqlCommand($"select count(*) from pg_stat_replication where application_name = '{Name}' and sync_state = 'sync'", connection);
        while ((long)(await ask.ExecuteScalarAsync(Stop))! == 0) await Task.Delay(50, Stop);
    }
}
