using InfoSharing.Tests.Component.Parcels;

namespace InfoSharing.Tests.Component.Delivery;

public sealed class RestartTests(Agencies agencies)
{
    [Fact]
    public async Task A_sender_that_goes_down_after_sending_and_before_the_receipts_finds_them_by_sending_again()
    {
        await using var network = await Network.Running(agencies);
        network.Sandwell.Carrier.Decide = _ => Fate.Lost; // the receipts
        await network.Leeds.SendMany(network.Sandwell, 40);
        await network.Sandwell.UntilReceived(40);
        await network.Leeds.Down();
        network.Leeds.Logs.Said.ShouldNotContain("Error");

        network.Sandwell.Carrier.Decide = _ => Fate.Carried;
        await network.Leeds.Start();
        network.Leeds.Ask<long>("select count(*) from outgoing where done_at is not null").ShouldBe(0);
        await Finish(network, 40);
        network.Sandwell.Ask<long>("select count(*) from event where kind = 'received'").ShouldBe(40);
    }

    [Fact]
    public async Task A_sender_that_goes_down_between_noting_and_handing_over_sends_when_the_note_says_so()
    {
        await using var network = await Network.Running(agencies);
        network.Leeds.Carrier.Decide = _ => Fate.Delayed; // noted, and never let go
        await network.Leeds.SendMany(network.Sandwell, 40);
        await network.Leeds.Carrier.Until(1);
        await network.Leeds.Until(() => Task.FromResult(network.Leeds.Ask<long>("select count(*) from outgoing where attempts = 1") == 40));
        await network.Leeds.Down();
        network.Leeds.Carrier.Decide = _ => Fate.Carried;
        await network.Leeds.Start();
        network.Leeds.Ask<long>("select count(*) from outgoing where attempts = 1").ShouldBe(40);
        await Finish(network, 40);
    }

    [Fact]
    public async Task A_receiver_that_goes_down_with_messages_stored_and_receipts_not_given_gives_them_when_they_come_again()
    {
        await using var network = await Network.Running(agencies);
        network.Sandwell.Carrier.Decide = _ => Fate.Lost;
        await network.Leeds.SendMany(network.Sandwell, 40);
        await network.Sandwell.UntilReceived(40);
        await network.Sandwell.Down();
        network.Sandwell.Carrier.Decide = _ => Fate.Carried;
        await network.Sandwell.Start();
        await Finish(network, 40);
        network.Sandwell.Ask<long>("select count(*) from receipt where given = 1").ShouldBe(40);
    }

    [Fact]
    public async Task Either_side_going_down_again_and_again_loses_and_doubles_nothing()
    {
        await using var network = await Network.Running(agencies);
        network.Leeds.Settings["Delivery:ParcelMessages"] = "8";
        for (var round = 0; round < 6; round++)
        {
            await network.Leeds.SendMany(network.Sandwell, 50);
            await network.Sandwell.SendMany(network.Leeds, 50);
            var side = round % 2 == 0 ? network.Leeds : network.Sandwell;
            await side.Down();
            await side.Start();
            await network.Tick();
        }
        await Finish(network, 300);
        foreach (var side in new[] { network.Leeds, network.Sandwell })
        {
            side.Ask<long>("select count(*) from incoming").ShouldBe(300);
            side.Ask<long>("select count(*) from quarantine").ShouldBe(0);
            (await side.Ledger.VerifyAsync(null, Network.Stop)).Holds.ShouldBeTrue();
        }
    }

    private static async Task Finish(Network network, int count)
    {
        var done = Task.WhenAll(network.Leeds.UntilDone(count), network.Sandwell.UntilDone(network.Sandwell.Ask<long>("select count(*) from outgoing")));
        while (!done.IsCompleted) await network.Tick();
        await done;
        network.Sandwell.Ask<long>("select count(*) from incoming").ShouldBe(count);
    }
}
