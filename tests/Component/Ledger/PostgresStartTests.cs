using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using static InfoSharing.Tests.Component.Ledger.LedgerRoom;

namespace InfoSharing.Tests.Component.Ledger;

public sealed class PostgresStartTests
{
    [Theory]
    [InlineData("off")]
    [InlineData("local")]
    [InlineData("remote_write")]
    public void A_server_that_does_not_promise_that_a_commit_is_on_disk_is_refused(string commit)
    {
        using var room = (PostgresRoom)On(Keeper.Postgres);
        room.Ledger.ShouldNotBeNull();
        room.Close();
        room.Tamper($"alter database {room.Database} set synchronous_commit = {commit}");
        Should.Throw<LedgerStartException>(() => room.Ledger).Message.ShouldBe(
            $"The ledger cannot promise that what it acknowledges is on disk: synchronous_commit is {commit} in database {room.Database}, not on or remote_apply; have it set so for the server.");
        room.Tamper($"alter database {room.Database} set synchronous_commit = on");
        room.Ledger.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_promise_that_is_taken_back_meanwhile_does_not_reach_the_writer_and_no_new_one_begins()
    {
        using var room = (PostgresRoom)On(Keeper.Postgres);
        await room.Append(room.Send(room.NewId()));
        room.Tamper($"alter database {room.Database} set synchronous_commit = off");
        using (var transaction = room.Engine.Begin())
        {
            await using var ask = new NpgsqlCommand("show synchronous_commit", (NpgsqlConnection)transaction.Connection);
            (await ask.ExecuteScalarAsync(Stop)).ShouldBe("on");
        }
        room.Ask<long>("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()").ShouldBeGreaterThan(0);
        for (var i = 0; i < 2; i++) await Should.ThrowAsync<LedgerUnavailableException>(() => room.Append(room.Send(room.NewId())));
        room.Tamper($"alter database {room.Database} set synchronous_commit = on");
        (await room.Append(room.Send(room.NewId()))).Outcome.ShouldBe(AppendOutcome.Stored);
    }

    [Fact]
    public async Task A_server_that_goes_fails_what_is_asked_meanwhile_and_all_goes_on_when_it_is_back()
    {
        var folder = Directory.CreateTempSubdirectory("infosharing-postgres-").FullName;
        await using (var server = await TestPostgres.OwnServer(folder))
        {
            using var room = new PostgresRoom(Directory.CreateTempSubdirectory("infosharing-ledger-").FullName, TestDatabase.Make(server.ConnectionTo("postgres"), server.PasswordFile));
            InfoSharing.Exchange.Ledger.Sealing.StorageKey.Make(room.KeyFile);
            var stored = new List<Guid>();
            foreach (var end in new Func<Task>[] { () => server.StopAsync(Stop), () => server.KillAsync(Stop) })
            {
                stored.Add(room.NewId());
                (await room.Append(room.Send(stored[^1]))).Outcome.ShouldBe(AppendOutcome.Stored);
                await end();
                var meanwhile = room.Send(room.NewId());
                await Should.ThrowAsync<LedgerUnavailableException>(() => room.Append(meanwhile));
                await Should.ThrowAsync<LedgerUnavailableException>(() => room.Ledger.HeadAsync(Stop));
                await Should.ThrowAsync<LedgerUnavailableException>(() => room.Ledger.LeaseAsync("dispatch", TimeSpan.FromSeconds(1), Stop));
                await Should.ThrowAsync<LedgerUnavailableException>(async () => await room.Ledger.WatchAsync(0, Stop).GetAsyncEnumerator(Stop).MoveNextAsync());
                await server.StartAgainAsync(Stop);
                (await room.Append(meanwhile)).Outcome.ShouldBe(AppendOutcome.Stored);
            }
            foreach (var transfer in stored) (await room.Ledger.OpenAsync(transfer, 1, null, Stop)).ShouldNotBeNull().Body.Open().ShouldNotBeEmpty();
            (await room.Ledger.VerifyAsync(null, Stop)).Links.ShouldBe(8UL);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_database_that_is_not_to_be_had_is_told_in_one_sentence_that_shows_no_password()
    {
        using var room = (PostgresRoom)On(Keeper.Postgres);
        var wrong = Path.Combine(room.Folder, "wrong.password");
        File.WriteAllText(wrong, "a-wrong-password");
        room.Options.PasswordFile = wrong;
        var told = Should.Throw<LedgerStartException>(() => room.Ledger);
        told.Message.ShouldBe($"The ledger in {room.Where} cannot be opened (PostgreSQL code 28P01): see that the server runs, that the database is there, and that Ledger:Connection and Ledger:PasswordFile name its owner.");
        told.ToString().ShouldNotContain("a-wrong-password");
        File.Delete(wrong);
        Should.Throw<LedgerStartException>(() => room.Ledger).Message.ShouldContain("cannot be opened (FileNotFoundException)");
    }

    [Fact]
    public void Settings_that_do_not_fit_are_told_all_at_once_and_show_no_password()
    {
        Told(new() { ["Engine"] = "oracle" }).ShouldBe(["Ledger:Engine must be sqlite or postgres."]);
        Told(new() { ["Connection"] = "Host=db" }).ShouldBe(["Ledger:Folder is blank: name the folder of the agency's ledger.", "Ledger:Connection is given, but Ledger:Engine is sqlite: say Ledger:Engine postgres, or leave the connection out."]);
        Told(new() { ["Engine"] = "postgres" }).ShouldBe(["Ledger:Connection is blank: name the ledger's database, for example Host=db.example;Database=leeds_police;Username=leeds_police."]);
        Told(new() { ["Engine"] = "postgres", ["Connection"] = "Hots=db" }).ShouldBe(["Ledger:Connection cannot be read: write it as Host=…;Database=…;Username=…."]);
        Told(new() { ["Engine"] = "postgres", ["Connection"] = "Password=a-canary", ["PasswordFile"] = "/nowhere/password", ["BatchEntries"] = "0", ["StartSeconds"] = "-1" }).ShouldBe(
        [
            "DataAnnotation validation failed for 'LedgerOptions' members: 'BatchEntries' with the error: 'The field BatchEntries must be between 1 and 1024.'.",
            "DataAnnotation validation failed for 'LedgerOptions' members: 'StartSeconds' with the error: 'The field StartSeconds must be between 0 and 3600.'.",
            "Ledger:Connection names no Host.",
            "Ledger:Connection names no Database: each ledger has one of its own.",
            "Ledger:Connection names no Username.",
            "Ledger:Connection holds a password: put it into a file of mode 0600 and name that in Ledger:PasswordFile.",
            "Ledger:PasswordFile names /nowhere/password, which does not exist.",
        ]);
        Told(new() { ["Engine"] = "postgres", ["Connection"] = "Host=db;Database=leeds;Username=leeds" }).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_registered_ledger_in_a_database_takes_entries()
    {
        using var room = (PostgresRoom)On(Keeper.Postgres);
        var settings = new Dictionary<string, string?> { ["Agency"] = Leeds, ["Engine"] = "postgres", ["Connection"] = room.Options.Connection, ["PasswordFile"] = room.Options.PasswordFile, ["StorageKeyFile"] = room.KeyFile };
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging().AddLedger(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        (await services.GetRequiredService<ILedger>().AppendAsync(room.Send(room.NewId()), Stop)).Position.ShouldBe(2UL);
    }

    private static IReadOnlyList<string> Told(Dictionary<string, string?> settings)
    {
        settings["Agency"] = Leeds;
        settings["StorageKeyFile"] = "key";
        using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging().AddLedger(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException wrong)
        {
            return [.. wrong.Failures];
        }
    }
}
