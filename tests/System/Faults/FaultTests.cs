using System.Diagnostics;
using System.Globalization;
using InfoSharing.Tests.SystemLane.Moving;
using InfoSharing.Tests.SystemLane.Network;

namespace InfoSharing.Tests.SystemLane.Faults;

/// <summary>
/// Families move between eight agency processes while everything that may befall them does. 500 transfers and every fault once in ./test; 10,000, and every fault ten
/// times, in ./test --faults. INFOSHARING_SEED gives a run's order of faults, victims and answers again; INFOSHARING_TRANSFERS another count.
/// </summary>
public class FaultTests
{
    private const string Seed = "INFOSHARING_SEED";
    private const int SharesAhead = 4;
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("INFOSHARING_FAULTS") is not null;
    private static readonly int Transfers = Asked("INFOSHARING_TRANSFERS") ?? (IsLong ? 10_000 : 500);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_befalls_agencies_broker_and_database_nothing_is_lost_nothing_is_doubled_and_every_child_has_one_holder()
    {
        Servers.Need();
        var seed = Asked(Seed) ?? Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"{Seed}={seed}");
        await using var faulty = new FaultyNetwork(seed, Transfers);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(IsLong ? TimeSpan.FromMinutes(90) : TimeSpan.FromMinutes(12));
        try
        {
            await Run(faulty, seed, $"seed {seed}", patience.Token);
        }
        catch // whatever it was, what the network said of it belongs to it; the failure goes on
        {
            TestContext.Current.TestOutputHelper.WriteLine(faulty.Network.Said);
            throw;
        }
    }

    private static async Task Run(FaultyNetwork faulty, int seed, string which, CancellationToken stop)
    {
        await faulty.Network.Start(stop);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var copied = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var copying = faulty.Copies.Keep(copied, done.Token);
        await copied.Task;
        var watching = faulty.Families.Watch(done.Token);
        var began = Stopwatch.GetTimestamp();
        var moving = faulty.Families.Run(Transfers, stop);
        var struck = await Strike(faulty, seed, moving, stop);
        await moving;
        await Reckoning.AllDone(faulty.Network, stop);
        await faulty.AllSame(stop);
        await Reckoning.AllDone(faulty.Network, stop); // what was named last is there, too
        var took = Stopwatch.GetElapsedTime(began);
        await done.CancelAsync();
        await watching;
        await copying;

        var reckoning = await Reckoning.Of(faulty.Network, faulty.Families, stop);
        var table = FaultTable.Of(seed, took, faulty.Families, faulty.Faults, struck, reckoning);
        TestContext.Current.TestOutputHelper!.WriteLine(table);
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(RunningNetwork.Repository, "TestResults")).FullName, "faults.md"), table, stop);
        reckoning.ShouldBeClean(which);
        faulty.Families.NobodyShown.ShouldBeEmpty(which);
        faulty.Families.Looks.ShouldBeGreaterThan(0, which);
        faulty.Families.All.Count.ShouldBeGreaterThanOrEqualTo(Transfers);
        struck.Keys.ShouldBe(faulty.Faults.Where(fault => fault.Impossible is null).Select(fault => fault.Name), ignoreOrder: true);
        (await faulty.Network.Stop(stop)).ShouldBe(0, faulty.Network.Said);
        faulty.Left.ShouldBeEmpty("a network that has stopped leaves no process");
    }

    // Each round in an order of its own, spread over the families' moving; they do not run ahead of what befalls them by more than a few faults' share.
    private static async Task<IReadOnlyDictionary<string, int>> Strike(FaultyNetwork faulty, int seed, Task moving, CancellationToken stop)
    {
        var random = new Random(seed);
        var struck = new Dictionary<string, int>();
        var order = Enumerable.Range(0, IsLong ? 10 : 1).SelectMany(_ =>
        {
            var round = faulty.Faults.Where(fault => fault.Impossible is null).ToArray();
            random.Shuffle(round);
            return round;
        }).ToList();
        foreach (var (number, fault) in order.Index())
        {
            faulty.Families.MayBegin = Transfers * (number + 1 + SharesAhead) / (order.Count + 1);
            await Task.WhenAny(moving, faulty.Families.Acknowledged(Transfers * (number + 1) / (order.Count + 1), stop));
            if (moving.IsFaulted) await moving;
            faulty.Families.Meanwhile = fault.Name;
            TestContext.Current.TestOutputHelper!.WriteLine($"{faulty.Families.All.Count} acknowledged; {fault.Name}");
            await fault.Strike(stop);
            struck[fault.Name] = struck.GetValueOrDefault(fault.Name) + 1;
        }
        faulty.Families.MayBegin = int.MaxValue;
        return struck;
    }

    private static int? Asked(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var asked) ? asked : null;
}
