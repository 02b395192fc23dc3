using System.Diagnostics;
using InfoSharing.Exchange.Hosting;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Local.Private;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using static InfoSharing.Tests.Component.Ledger.LedgerRoom;

namespace InfoSharing.Tests.Component.Ledger;

/// <summary>A ledger whose tables lie on a small disk of their own, which is filled.</summary>
public sealed class PostgresFullDiskTests : IAsyncLifetime
{
    private readonly string _server = Directory.CreateTempSubdirectory("infosharing-postgres-").FullName;
    private readonly string _disk = Directory.CreateTempSubdirectory("infosharing-disk-").FullName;

    public async ValueTask InitializeAsync()
    {
        if (Environment.UserName != "root" || await Ran("mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", _disk) != 0) Assert.Skip("A small disk cannot be made here: that needs root, and the right to mount.");
        if (PostgresPrograms.Find() is { } programs) await programs.GiveAsync(_disk, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await Ran("umount", _disk);
        foreach (var folder in new[] { _server, _disk }) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_full_disk_is_told_acknowledges_nothing_shows_in_health_and_all_goes_on_when_there_is_room()
    {
        await using var server = await TestPostgres.OwnServer(_server);
        var database = TestDatabase.Make(server.ConnectionTo("postgres"), server.PasswordFile);
        database.OnServer($"create tablespace small location '{_disk}'");
        database.OnServer($"alter database {database.Name} set tablespace small");
        using var room = new PostgresRoom(Directory.CreateTempSubdirectory("infosharing-ledger-").FullName, database);
        InfoSharing.Exchange.Ledger.Sealing.StorageKey.Make(room.KeyFile);
        var health = new LedgerServing(room.Ledger);
        (await health.CheckHealthAsync(new(), Stop)).Status.ShouldBe(HealthStatus.Healthy);

        var ballast = Path.Combine(_disk, "ballast");
        Fill(ballast);
        var (words, stored, refused) = (new string('w', 30_000), 0, new List<LedgerEntry>());
        for (var i = 0; i < 40; i++)
        {
            var entry = room.Send(room.NewId(), words);
            try
            {
                (await room.Append(entry)).Outcome.ShouldBe(AppendOutcome.Stored);
                stored++;
            }
            catch (LedgerUnavailableException)
            {
                refused.Add(entry);
            }
        }
        refused.ShouldNotBeEmpty();
        room.Ask<long>("select count(*) from transfer").ShouldBe(stored);
        room.Ledger.IsFailing.ShouldBeTrue();

        File.Delete(ballast);
        while ((await health.CheckHealthAsync(new(), Stop)).Status != HealthStatus.Healthy) await Task.Delay(100, Stop);
        foreach (var entry in refused) (await room.Append(entry)).Outcome.ShouldBe(AppendOutcome.Stored);
        room.Ask<long>("select count(*) from transfer").ShouldBe(40);
        (await room.Ledger.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();
    }

    private static void Fill(string file)
    {
        using var ballast = new FileStream(file, FileMode.Create);
        var piece = new byte[64 * 1024];
        try
        {
            while (true)
            {
                ballast.Write(piece);
                ballast.Flush();
            }
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    private static async Task<int> Ran(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
