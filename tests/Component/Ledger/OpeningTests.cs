using System.Diagnostics;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Sealing;
using InfoSharing.Tests.Component.Exchange;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using static InfoSharing.Tests.Component.Ledger.LedgerRoom;

namespace InfoSharing.Tests.Component.Ledger;

/// <summary>A ledger whose server is not there yet at the start is waited for; one whose server refuses it is not.</summary>
public sealed class OpeningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("infosharing-opening-").FullName;
    private readonly CapturedLogs _logs = new();
    private readonly SilentPort _silent = new();

    [Fact]
    public async Task A_server_that_comes_late_is_waited_for_and_then_the_ledger_takes_entries()
    {
        var folder = Directory.CreateTempSubdirectory("infosharing-postgres-").FullName;
        await using (var server = await TestPostgres.OwnServer(folder))
        {
            var database = TestDatabase.Make(server.ConnectionTo("postgres"), server.PasswordFile);
            using var room = new PostgresRoom(Directory.CreateTempSubdirectory("infosharing-ledger-").FullName, database);
            await server.StopAsync(Stop);
            await using var services = Services(database.Connection, database.PasswordFile, seconds: 60);
            var opening = services.GetRequiredService<LedgerOpening>().OpenAsync(Stop);
            await UntilSaid("The ledger waits for database");
            opening.IsCompleted.ShouldBeFalse();
            await server.StartAgainAsync(Stop);
            await opening;
            _logs.Said.ShouldContain("What the ledger waited for has come");
            (await services.GetRequiredService<ILedger>().AppendAsync(room.Send(room.NewId()), Stop)).Outcome.ShouldBe(AppendOutcome.Stored);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_server_without_a_free_connection_is_waited_for()
    {
        using var room = (PostgresRoom)On(Keeper.Postgres);
        var user = $"somebody_{room.Database}";
        room.Tamper($"create role {user} login superuser connection limit 0 password 'a-password'"); // a superuser's limit holds for nobody
        room.Tamper($"alter role {user} nosuperuser");
        room.Tamper($"grant all on schema public to {user}");
        var connection = new NpgsqlConnectionStringBuilder(room.Options.Connection) { Username = user };
        await using var services = Services(connection.ConnectionString, PasswordFile("a-password"), seconds: 60);
        var opening = services.GetRequiredService<LedgerOpening>().OpenAsync(Stop);
        await UntilSaid("(PostgreSQL code 53300)");
        room.Tamper($"alter role {user} connection limit -1");
        await opening;
        await services.DisposeAsync();
        room.Tamper($"drop owned by {user}");
        room.Tamper($"drop role {user}");
    }

    [Fact]
    public async Task What_the_server_refuses_is_told_at_once()
    {
        using var room = (PostgresRoom)On(Keeper.Postgres);
        var nowhere = new NpgsqlConnectionStringBuilder(room.Options.Connection) { Database = "nowhere" }.ConnectionString;
        (await Refused(room.Options.Connection, PasswordFile("a-wrong-password"))).ShouldContain("(PostgreSQL code 28P01)");
        (await Refused(nowhere, room.Options.PasswordFile)).ShouldContain("(PostgreSQL code 3D000)");
        _logs.Said.ShouldNotContain("waits for");
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("nowhere.invalid")]
    public async Task A_server_that_never_comes_is_told_when_the_time_is_over(string host)
    {
        await using var services = Services($"Host={host};Port={_silent.Number};Database=d;Username=u", "", seconds: 1);
        var told = await Should.ThrowAsync<LedgerStartException>(services.GetRequiredService<LedgerOpening>().OpenAsync(Stop));
        told.Message.ShouldContain("cannot be opened (SocketException): see that the server runs");
        _logs.Said.Split('\n').Count(line => line.Contains("The ledger waits for", StringComparison.Ordinal)).ShouldBe(1, "it is said once, not at each look");
    }

    [Fact]
    public async Task Without_patience_it_is_told_at_once_and_a_stop_ends_the_waiting()
    {
        var connection = $"Host=127.0.0.1;Port={_silent.Number};Database=d;Username=u";
        await using var impatient = Services(connection, "", seconds: 0);
        await Should.ThrowAsync<LedgerStartException>(impatient.GetRequiredService<LedgerOpening>().OpenAsync(Stop));
        _logs.Said.ShouldNotContain("waits for");

        await using var patient = Services(connection, "", seconds: 60);
        using var stop = new CancellationTokenSource();
        var opening = patient.GetRequiredService<LedgerOpening>().OpenAsync(stop.Token);
        await UntilSaid("waits for");
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(opening);
    }

    public void Dispose()
    {
        _silent.Dispose();
        _logs.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> Refused(string connection, string passwordFile)
    {
        await using var services = Services(connection, passwordFile, seconds: 600);
        return (await Should.ThrowAsync<LedgerStartException>(services.GetRequiredService<LedgerOpening>().OpenAsync(Stop))).Message;
    }

    private ServiceProvider Services(string connection, string passwordFile, int seconds)
    {
        var key = Path.Combine(_folder, "storage.key");
        if (!File.Exists(key)) StorageKey.Make(key);
        var settings = new Dictionary<string, string?> { ["Agency"] = Leeds, ["Engine"] = "postgres", ["Connection"] = connection, ["PasswordFile"] = passwordFile, ["StorageKeyFile"] = key, ["StartSeconds"] = $"{seconds}" };
        return new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging(logging => logging.AddProvider(_logs)).AddLedger(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
    }

    private string PasswordFile(string password)
    {
        var file = Path.Combine(_folder, "password");
        File.WriteAllText(file, password);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return file;
    }

    private async Task UntilSaid(string words)
    {
        for (var began = Stopwatch.GetTimestamp(); !_logs.Said.Contains(words, StringComparison.Ordinal); await Task.Delay(20, Stop))
            Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(30), _logs.Said);
    }
}
