using InfoSharing.Tests.Component.Parcels;

namespace InfoSharing.Tests.Component.Delivery;

public sealed class FaultyNetworkTests(Agencies agencies)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_the_bus_loses_doubles_delays_and_reorders_each_message_is_stored_once_and_receipted(int seed)
    {
        await using var network = await Network.Make(agencies);
        foreach (var side in new[] { network.Leeds, network.Sandwell }) side.Settings["Delivery:ParcelMessages"] = "4";
        await network.Leeds.Start();
        await network.Sandwell.Start();
        var random = new Random(seed);
        foreach (var side in new[] { network.Leeds, network.Sandwell })
            side.Carrier.Decide = _ => random.Next(10) switch { < 3 => Fate.Lost, < 5 => Fate.Doubled, < 7 => Fate.Delayed, 7 => Fate.NotTaken, _ => Fate.Carried };
        await Task.WhenAll(network.Leeds.SendMany(network.Sandwell, 60), network.Sandwell.SendMany(network.Leeds, 60));

        // Time passes, and what was delayed arrives late and in another order, until all is done.
        var done = Task.WhenAll(network.Leeds.UntilDone(60), network.Sandwell.UntilDone(60));
        while (!done.IsCompleted)
        {
            await network.Tick();
            await network.Leeds.Carrier.LetGo();
            await network.Sandwell.Carrier.LetGo();
        }
        await done;

        foreach (var side in new[] { network.Leeds, network.Sandwell })
        {
            side.Ask<long>("select count(*) from incoming").ShouldBe(60);
            side.Ask<long>("select count(distinct id) from receipt where given = 1").ShouldBe(60);
            side.Ask<long>("select count(*) from event where kind = 'received'").ShouldBe(60);
            side.Ask<long>("select count(*) from event where kind = 'delivered'").ShouldBe(60);
            side.Ask<long>("select count(*) from quarantine").ShouldBe(0);
            (await side.Ledger.VerifyAsync(null, Network.Stop)).Holds.ShouldBeTrue();
        }
    }
}
