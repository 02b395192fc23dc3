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

    [Fact]
    public async Task At_a_kill_each_case_is_erased_with_its_event_or_not_at_all_and_the_chain_holds()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var acknowledged = new List<Guid>();
        for (var round = 0; round < 3; round++)
        {
            acknowledged.AddRange(await RunUntilKilledAsync(afterLines: random.Next(1, 200), erases: true));
            var report = await _room.Ledger.VerifyAsync(null, Stop);
            report.BrokenAt.ShouldBeNull($"seed {seed}, round {round}");
            var destroyed = _room.Ask<long>("select count(*) from case_key where length(wrapped) = 0 and erased_at is not null");
            destroyed.ShouldBeGreaterThanOrEqualTo(acknowledged.Count, $"seed {seed}, round {round}");
            report.Erased.ShouldBe((ulong)destroyed, $"seed {seed}, round {round}");
            _room.Ask<long>("select count(*) from case_key c where (length(c.wrapped) = 0) <> exists (select 1 from event e where e.transfer_id = c.case_id and e.kind = 'erased')").ShouldBe(0, $"seed {seed}, round {round}");
            _room.Ask<long>("select count(*) from case_key c where (length(c.wrapped) = 0) <> exists (select 1 from audit a where a.transfer_id = c.case_id and a.kind = 'erase')").ShouldBe(0, $"seed {seed}, round {round}");
            _room.Ask<long>("select count(*) from blind_index b join case_key c on c.case_id = b.transfer_id where length(c.wrapped) = 0").ShouldBe(0, $"seed {seed}, round {round}");
            foreach (var transfer in acknowledged) (await _room.Ledger.OpenAsync(transfer, 1, Standing.Sent, Stop)).ShouldNotBeNull($"seed {seed}, round {round}").Body.Open().ShouldBeNull();
            _room.Close();
        }
    }

    private async Task<List<Guid>> RunUntilKilledAsync(int afterLines, bool erases = false)
    {
        var program = typeof(StartupHook).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", ["exec", program]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["DOTNET_STARTUP_HOOKS"] = program;
        start.Environment[StartupHook.FolderVariable] = _room.Folder;
        start.Environment[StartupHook.ErasesVariable] = erases ? "1" : "";
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
