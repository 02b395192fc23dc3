using System.Globalization;
using InfoSharing.Tests.SystemLane.Network;
using InfoSharing.V1;

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
    public async Task And_with_each_agency_a_process_of_its_own_when_either_or_the_broker_is_killed()
    {
        Broker.Need();
        await using var network = new RunningNetwork(distributed: true);
        var processes = new ChildProcesses(network.Folder);
        await KillWhileFamiliesMove(network, seed: Random.Shared.Next(), run: 0, kills: 5, Math.Min(Transfers, 250), number => (number % 3) switch
        {
            1 => processes.KillAgency(Families.Sandwell, Stop),
            2 => processes.KillAgency(Families.Leeds, Stop),
            _ => processes.KillBroker(Stop),
        });
        network.Said.ShouldContain($"{Families.Sandwell} has ended (137); it is started again in 1 s.");
        network.Said.ShouldContain("RabbitMQ runs again.");
        processes.All().ShouldBeEmpty("a network that has stopped leaves no process");
    }

    [Fact]
    public async Task A_distributed_network_that_is_killed_leaves_no_process_and_the_next_one_finds_everything()
    {
        Broker.Need();
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
        var which = $"seed {seed}, run {run}";
        var random = new Random(seed);
        await network.Start(Stop);
        var families = new Families(network, seed);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var looking = Task.WhenAll(families.Look(done.Token), families.WatchSandwell(done.Token));
        var moving = families.Run(transfers, Stop);
        for (var kill = 1; kill <= kills && !moving.IsCompleted; kill++)
        {
            // Somewhere on the way to the next part of the families: a network that has only just started has little to lose.
            await families.Acknowledged((transfers * kill / (kills + 1)) - random.Next(transfers / (kills + 1)), Stop);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 150)), TimeProvider.System, Stop);
            await killAndStart(kill);
        }
        await moving;
        await AllRowsDone(network);
        await done.CancelAsync();
        await looking;

        families.Nobody.ShouldBe(0, which);
        families.Looks.ShouldBeGreaterThan(0, which);
        foreach (var (transfer, accepted) in families.Accepted) await OneHolder(network, transfer, accepted, which);
        foreach (var agency in network.Agencies) (await Verify(network, agency)).Holds.ShouldBeTrue($"{agency}, {which}");
        (await network.Stop(Stop)).ShouldBe(0, network.Said);

        using var leeds = new StoredLedger(network.Folder, Families.Leeds);
        using var sandwell = new StoredLedger(network.Folder, Families.Sandwell);
        families.Accepted.Count.ShouldBe(transfers);
        foreach (var transfer in families.Accepted.Keys)
        {
            sandwell.Received(transfer).ShouldBe(1, which);
            sandwell.Versions(transfer).ShouldBe(1, which);
        }
        sandwell.ReceivedFrom(Families.Leeds).ShouldBe(transfers, which);
        (leeds.Undone() + sandwell.Undone()).ShouldBe(0, which);
        (leeds.DoneWithoutReceipt() + sandwell.DoneWithoutReceipt()).ShouldBe(0, which);
    }

    private static async Task AllRowsDone(RunningNetwork network)
    {
        using var leeds = new StoredLedger(network.Folder, Families.Leeds);
        using var sandwell = new StoredLedger(network.Folder, Families.Sandwell);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (leeds.Undone() + sandwell.Undone() > 0) await pause.WaitForNextTickAsync(Stop);
    }

    private static async Task OneHolder(RunningNetwork network, string transfer, IReadOnlyList<string> accepted, string which)
    {
        foreach (var agency in new[] { Families.Leeds, Families.Sandwell })
        {
            var flow = await network[agency].Cases.FlowAsync(new() { TransferId = transfer }, network[agency].Options(Stop));
            flow.Children.Select(child => (child.Child, child.Holder))
                .ShouldBe(new[] { "P2", "P3", "P4" }.Select(child => (child, accepted.Contains(child) ? Families.Sandwell : Families.Leeds)), ignoreOrder: true, $"{agency}, {which}");
        }
    }

    private static async Task<VerifyReply.Types.Found> Verify(RunningNetwork network, string agency)
    {
        using var call = network[agency].Audit.Verify(new(), network[agency].Endless(Stop));
        VerifyReply? last = null;
        while (await call.ResponseStream.MoveNext(Stop)) last = call.ResponseStream.Current;
        return last.ShouldNotBeNull().Found.ShouldNotBeNull();
    }
}
