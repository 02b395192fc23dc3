using System.Diagnostics;
using InfoSharing.Exchange.Ledger.Entries;
using static InfoSharing.Tests.Component.Ledger.LedgerRoom;

namespace InfoSharing.Tests.Component.Ledger;

public abstract class CrashTests(Keeper keeper) : RoomTests(keeper)
{
    [Fact]
    public async Task Whatever_was_acknowledged_before_a_kill_is_there_exactly_once_and_the_chain_holds()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var acknowledged = new List<Guid>();
        for (var round = 0; round < 4; round++)
        {
            acknowledged.AddRange(await RunUntilKilledAsync(afterLines: random.Next(1, 400)));
            var report = await _room.Ledger.VerifyAsync(null, Stop);
            report.BrokenAt.ShouldBeNull($"seed {seed}, round {round}");
            foreach (var transfer in acknowledged)
            {
                (await _room.Ledger.OpenAsync(transfer, 1, Standing.Sent, Stop)).ShouldNotBeNull($"seed {seed}, round {round}").Body.Open().ShouldNotBeEmpty();
                (await _room.Ledger.MessagesAsync(transfer, Stop)).ShouldHaveSingleItem().Sequence.ShouldBe(1UL);
                (await _room.Ledger.EventsAsync(transfer, Stop)).ShouldHaveSingleItem();
            }
            _room.Ask<long>("select count(*) from transfer").ShouldBe(_room.Ask<long>("select count(*) from outgoing"));
            _room.Ask<long>("select count(*) from event").ShouldBe(_room.Ask<long>("select count(*) from transfer"));
            _room.Close();
        }
        acknowledged.Count.ShouldBe(acknowledged.Distinct().Count());
    }

    private async Task<List<Guid>> RunUntilKilledAsync(int afterLines)
    {
        var program = typeof(StartupHook).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", ["exec", program]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["DOTNET_STARTUP_HOOKS"] = program;
        start.Environment[StartupHook.FolderVariable] = _room.Folder;
        start.Environment[StartupHook.DatabaseVariable] = _room.Options.Connection;
        start.Environment[StartupHook.PasswordVariable] = _room.Options.PasswordFile;
        using var process = Process.Start(start).ShouldNotBeNull();
        try
        {
            var lines = new List<Guid>();
            while (await process.StandardOutput.ReadLineAsync(Stop) is { } line)
            {
                lines.Add(Guid.Parse(line));
                if (lines.Count == afterLines) process.Kill();
            }
            lines.Count.ShouldBeGreaterThanOrEqualTo(afterLines, "the process ended by itself");
            await process.WaitForExitAsync(Stop);
            return lines;
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }
}

public sealed class CrashOnSqliteTests() : CrashTests(Keeper.Sqlite);

public sealed class CrashOnPostgresTests() : CrashTests(Keeper.Postgres);
