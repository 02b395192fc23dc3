using InfoSharing.Exchange.Ledger;
using InfoSharing.Tests.Component.Broker;
using InfoSharing.Tests.Component.Parcels;

namespace InfoSharing.Tests.Component.Delivery;

public sealed class FullDiskTests(Agencies agencies)
{
    [Fact]
    public async Task With_the_receivers_disk_full_nothing_is_receipted_that_is_not_stored_and_it_goes_on_when_there_is_room()
    {
        await using var network = await Network.Running(agencies);
        network.Leeds.Settings["Delivery:ParcelMessages"] = "4";
        await network.Leeds.Down();
        await network.Leeds.Start();
        network.Sandwell.Engine.Ceiling = network.Sandwell.Ask<long>("pragma page_count") + 20;
        var ids = await network.Leeds.SendMany(network.Sandwell, 60, i => new string('w', 20_000));

        // Time passes while the disk is full; some are stored, and the rest cannot be.
        for (var i = 0; i < 40; i++)
        {
            network.Clock.Pass(TimeSpan.FromSeconds(1));
            await network.Leeds.Write();
            try
            {
                await network.Sandwell.Write();
            }
            catch (LedgerUnavailableException)
            {
                // Full for this too.
            }
        }
        var stored = network.Sandwell.Ask<long>("select count(*) from incoming");
        stored.ShouldBeLessThan(60);
        foreach (var id in ids)
            if (await network.Leeds.Ledger.ReceiptAsync(id, given: false, Network.Stop) is { } receipt)
                (await network.Sandwell.Ledger.ReceiptAsync(id, given: true, Network.Stop)).ShouldBe(receipt);

        network.Sandwell.Engine.Ceiling = 1_000_000;
        var done = network.Leeds.UntilDone(60);
        while (!done.IsCompleted) await network.Tick();
        await done;
        network.Sandwell.Ask<long>("select count(*) from incoming").ShouldBe(60);
        network.Sandwell.Ask<long>("select count(*) from quarantine").ShouldBe(0);
        (await network.Sandwell.Ledger.VerifyAsync(null, Network.Stop)).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task A_parcel_that_finds_the_ledger_down_is_brought_again_until_there_is_room_without_its_sender()
    {
        await using var network = await Network.Running(agencies);
        network.Leeds.Settings["Delivery:ResendFirstSeconds"] = "60";
        await network.Leeds.Down();
        await network.Leeds.Start();
        network.Sandwell.Engine.Ceiling = network.Sandwell.Ask<long>("pragma page_count");
        using var brought = new Counted("infosharing.parcels.received", network.Sandwell);
        await network.Leeds.SendMany(network.Sandwell, 30, i => new string('w', 20_000));
        using (var look = new PeriodicTimer(TimeSpan.FromMilliseconds(5)))
            while (brought.Count == 0) await look.WaitForNextTickAsync(Network.Stop); // else a busy machine lets its time for sending run out
        for (var i = 0; i < 10; i++)
        {
            network.Clock.Pass(TimeSpan.FromSeconds(1));
            await network.Leeds.Write();
        }
        network.Sandwell.Engine.Ceiling = 1_000_000;
        var done = network.Leeds.UntilDone(30);
        while (!done.IsCompleted && network.Clock.GetUtcNow().Minute == 55) await network.Tick();
        await done;
        network.Leeds.Ask<long>("select max(attempts) from outgoing").ShouldBe(1);
    }
}
