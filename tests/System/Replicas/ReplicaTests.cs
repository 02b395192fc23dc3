using InfoSharing.Tests.SystemLane.Moving;
using InfoSharing.Tests.SystemLane.Network;

namespace InfoSharing.Tests.SystemLane.Replicas;

/// <summary>Two processes of each of two agencies, each pair on one ledger.</summary>
public class ReplicaTests
{
    private const int Transfers = 120;
    private const int Kills = 4;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whichever_process_of_an_agency_is_killed_the_other_goes_on_and_nothing_is_lost_doubled_or_skipped()
    {
        Servers.Need();
        await using var network = new RunningNetwork(distributed: true) { More = { "--replicas", $"{Way.Leeds}=2", "--replicas", $"{Way.Sandwell}=2", "--set", "Delivery:LeaseSeconds=3" } };
        var (seed, processes) = (Random.Shared.Next(), new ChildProcesses(network.Folder));
        await network.Start(Stop);
        var families = new MovingFamilies(network, seed);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var watching = families.Watch(done.Token);
        var moving = families.Run(Transfers, Stop);
        var senders = new HashSet<Guid>();
        for (var kill = 1; kill <= Kills && !moving.IsCompleted; kill++)
        {
            await families.Acknowledged(Transfers * kill / (Kills + 1), Stop);
            using (var leeds = new StoredLedger(network.Folder, Way.Leeds)) senders.UnionWith(leeds.LeaseHolders());
            await processes.KillAgency(kill % 2 == 0 ? Way.Leeds : Way.Sandwell, Stop, replica: 1 + (kill / 2 % 2));
        }
        await moving;
        await Reckoning.AllDone(network, Stop);
        using (var leeds = new StoredLedger(network.Folder, Way.Leeds)) senders.UnionWith(leeds.LeaseHolders());
        await done.CancelAsync();
        await watching;

        var which = $"seed {seed}";
        families.Nobody.ShouldBe(0, which);
        (await Reckoning.Of(network, families, Stop)).ShouldBeClean(which);
        using (var sandwell = new StoredLedger(network.Folder, Way.Sandwell))
            families.WatchedBy(Way.Sandwell).ShouldBe(sandwell.ReceivedEvents(), $"a watcher that changes between the processes sees each event once, in order; {which}");
        foreach (var door in network.DoorsOf(Way.Leeds).Concat(network.DoorsOf(Way.Sandwell))) families.AnsweredBy.GetValueOrDefault(door.Address).ShouldBeGreaterThan(0, $"{door.Address} did no work; {which}");
        senders.Count.ShouldBeGreaterThan(1, $"the leases of a process that was killed ran out, and another took them; {which}");
        (await network.Stop(Stop)).ShouldBe(0, network.Said);
    }
}
