using InfoSharing.Local.Private;
using InfoSharing.Tests.Component.Parcels;

namespace InfoSharing.Tests.Component.Broker;

/// <summary>A broker of the test's own, stopped, killed and emptied while messages move.</summary>
public sealed class OutageTests(Agencies agencies)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // Emptied alone, which is the worst, in ./test; all three in ./test --long.
    [Fact]
    [Trait("Rounds", "many")]
    public async Task A_broker_that_is_stopped_killed_and_emptied_while_messages_move_loses_and_doubles_none()
    {
        SharedBroker.Need();
        var folder = Directory.CreateTempSubdirectory("infosharing-outage-").FullName;
        await using (var broker = await PrivateBroker.StartAsync(folder, stop: Stop))
        {
            await using var network = await BrokerNetwork.Make(agencies, broker);
            foreach (var side in new[] { network.Leeds, network.Sandwell }) (side.Settings["Delivery:ParcelMessages"], side.Settings["Delivery:ResendFirstSeconds"]) = ("4", "1");
            await network.Leeds.Start();
            await network.Sandwell.Start();
            var sent = 0;
            foreach (var outage in LongRun.Is ? [broker.StopAsync, broker.KillAsync, () => Empty(broker)] : new Func<Task>[] { () => Empty(broker) })
            {
                // Both ways, and into the outage: what is acknowledged while it is down must arrive too.
                var moving = Task.WhenAll(network.Leeds.SendMany(network.Sandwell, 200), network.Sandwell.SendMany(network.Leeds, 200));
                await outage();
                await moving;
                await Task.WhenAll(network.Leeds.SendMany(network.Sandwell, 50), network.Sandwell.SendMany(network.Leeds, 50));
                sent += 250;
                await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System, Stop);
                network.Leeds.Carrier.IsReachable.ShouldBeFalse();
                await broker.StartAgainAsync(Stop);
                await network.Host.Prepare([.. agencies.All.Select(one => one.Agency)]);
                await Task.WhenAll(network.Leeds.UntilDone(sent), network.Sandwell.UntilDone(sent));
                network.Leeds.Carrier.IsReachable.ShouldBeTrue();
            }
            foreach (var side in new[] { network.Leeds, network.Sandwell })
            {
                side.Ask<long>("select count(*) from incoming").ShouldBe(sent);
                side.Ask<long>("select count(*) from event where kind = 'received'").ShouldBe(sent);
                side.Ask<long>("select count(*) from quarantine").ShouldBe(0);
                (await side.Ledger.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();
                side.Logs.Said.ShouldContain("The broker is reached for sending");
            }
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_broker_that_is_short_of_disk_is_not_reachable_until_it_has_room_and_what_was_held_goes()
    {
        SharedBroker.Need();
        var folder = Directory.CreateTempSubdirectory("infosharing-outage-").FullName;
        await using (var broker = await PrivateBroker.StartAsync(folder, stop: Stop))
        {
            await using var network = await BrokerNetwork.Make(agencies, broker);
            network.Leeds.Settings["Delivery:SendSeconds"] = network.Leeds.Settings["Delivery:LookSeconds"] = "1";
            await network.Leeds.Start();
            await network.Sandwell.Start();
            (await broker.ControlAsync("set_disk_free_limit", "1000000GB")).ShouldBe(0);
            await network.Leeds.Send(network.Sandwell); // the broker says so to whoever tries
            using (var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50)))
                while (network.Leeds.Carrier.IsReachable) await look.WaitForNextTickAsync(Stop);
            await network.Leeds.SendMany(network.Sandwell, 50);
            network.Sandwell.Ask<long>("select count(*) from incoming").ShouldBe(0);
            network.Leeds.Logs.Said.ShouldContain("The broker takes nothing just now");

            (await broker.ControlAsync("set_disk_free_limit", "50MB")).ShouldBe(0);
            await network.Leeds.UntilDone(51);
            network.Sandwell.Ask<long>("select count(*) from event where kind = 'received'").ShouldBe(51);
        }
        Directory.Delete(folder, recursive: true);
    }

    private static async Task Empty(PrivateBroker broker)
    {
        await broker.KillAsync();
        broker.Wipe();
    }
}
