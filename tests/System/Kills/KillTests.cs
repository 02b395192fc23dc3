using System.Globalization;
using InfoSharing.Tests.SystemLane.Moving;
using InfoSharing.Tests.SystemLane.Network;

namespace InfoSharing.Tests.SystemLane.Kills;

/// <summary>Nothing is lost and nothing is doubled, whenever the network is killed.</summary>
public class KillTests
{
    private static readonly int Transfers = int.TryParse(Environment.GetEnvironmentVariable("INFOSHARING_TRANSFERS"), CultureInfo.InvariantCulture, out var asked) ? asked : 500;

    // Twice in ./test, ten times in ./test --long.
    public static TheoryData<int> Runs() => [.. Enumerable.Range(1, Environment.GetEnvironmentVariable("INFOSHARING_ROUNDS") is null ? 2 : 10)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [Trait("Rounds", "many")]
    [MemberData(nameof(Runs))]
    public async Task What_was_acknowledged_is_there_exactly_once_after_kills_at_random_moments(int run)
    {
        await using var network = new RunningNetwork();
        await KillWhileFamiliesMove(network, seed: Random.Shared.Next(), run, kills: 4, Transfers, _ => KillAndStart(network, () => { }));
    }

    [Fact]
    public async Task And_on_a_disk_that_forgets_at_the_kill_what_was_not_synced()
    {
        using var disk = new UnsyncedWrites();
        var environment = new Dictionary<string, string>();
        await using var network = new RunningNetwork(environment);
        foreach (var (name, value) in disk.Environment(network.Folder)) environment[name] = value;
        await KillWhileFamiliesMove(network, seed: Random.Shared.Next(), run: 0, kills: 3, Transfers, _ => KillAndStart(network, disk.Forget));
        disk.TakenBack.ShouldBeGreaterThan(0, "a disk that forgot nothing has proven nothing");
    }

    [Fact]
    public async Task A_distributed_network_that_is_killed_leaves_no_process_and_the_next_one_finds_everything()
    {
        Servers.Need();
        await using var network = new RunningNetwork(distributed: true);
        var processes = new ChildProcesses(network.Folder);
        await KillWhileFamiliesMove(network, seed: Random.Shared.Next(), run: 0, kills: 1, 60, async _ =>
        {
            await network.Kill(Stop);
            await processes.AllEnded(Stop);
            await network.Start(Stop);
        });
    }

    private static async Task KillAndStart(RunningNetwork network, Action afterKill)
    {
        await network.Kill(Stop);
        afterKill();
        await network.Start(Stop);
    }

    private static async Task KillWhileFamiliesMove(RunningNetwork network, int seed, int run, int kills, int transfers, Func<int, Task> killAndStart)
    {
        try
        {
            await KillAndCount(network, seed, run, kills, transfers, killAndStart);
        }
        catch // whatever it was, what the network said of it belongs to it; the failure goes on
        {
            TestContext.Current.TestOutputHelper!.WriteLine(network.Said);
            throw;
        }
    }

    private static async Task KillAndCount(RunningNetwork network, int seed, int run, int kills, int transfers, Func<int, Task> killAndStart)
    {
        var which = $"seed {seed}, run {run}";
        var random = new Random(seed);
        await network.Start(Stop);
        var families = new MovingFamilies(network, seed);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var watching = families.Watch(done.Token);
        var moving = families.Run(transfers, Stop);
        for (var kill = 1; kill <= kills && !moving.IsCompleted; kill++)
        {
            // Somewhere on the way to the next part of the families: a network that has only just started has little to lose.
            await families.Acknowledged((transfers * kill / (kills + 1)) - random.Next(transfers / (kills + 1)), Stop);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 150)), TimeProvider.System, Stop);
            await killAndStart(kill);
        }
        await moving;
        await Reckoning.AllDone(network, Stop);
        await done.CancelAsync();
        await watching;

        families.All.Count.ShouldBe(transfers);
        families.Nobody.ShouldBe(0, which);
        families.Looks.ShouldBeGreaterThan(0, which);
        (await Reckoning.Of(network, families, Stop)).ShouldBeClean(which);
        (await network.Stop(Stop)).ShouldBe(0, network.Said);
    }
}
