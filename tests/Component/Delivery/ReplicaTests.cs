using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.Exchange.Delivery.Dispatch;
using InfoSharing.Tests.Component.Ledger;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;
using static InfoSharing.Tests.Component.Delivery.Network;

namespace InfoSharing.Tests.Component.Delivery;

/// <summary>Two processes of Leeds on one ledger. One of them sits on the bus, which has one place for an agency.</summary>
public sealed class ReplicaTests(Agencies agencies) : IClassFixture<Agencies>, IAsyncLifetime
{
    private readonly PostgresRoom _room = (PostgresRoom)LedgerRoom.On(Keeper.Postgres);
    private Network _network = null!;
    private Side _seated = null!;
    private Side _other = null!;

    public async ValueTask InitializeAsync()
    {
        _network = await Make(agencies);
        await _network.Sandwell.Start();
        _seated = new(agencies.Leeds, _network) { Shared = _room };
        _other = new(agencies.Leeds, _network) { Shared = _room };
        foreach (var one in new[] { _seated, _other }) (one.Settings["Delivery:ParcelMessages"], one.Settings["Delivery:LeaseSeconds"], one.Settings["Delivery:LookSeconds"]) = ("1", "2", "1");
    }

    public async ValueTask DisposeAsync()
    {
        await _other.DisposeAsync();
        await _seated.DisposeAsync();
        await _network.DisposeAsync();
        _room.Dispose();
    }

    [Fact]
    public async Task A_window_opens_again_though_another_process_took_the_receipts()
    {
        const int Messages = 60;
        await _seated.Start(which: one => one is not Dispatcher);
        await _other.Start(which: one => one is not FabricMembership);
        await _seated.SendMany(_network.Sandwell, Messages);
        var began = _network.Clock.GetUtcNow();
        await Until(() => Done() == Messages, () => _other.OnTheWayTo(_network.Sandwell).ShouldBeLessThanOrEqualTo(Lanes.ShareOf(Parcel.Types.Lane.Transfers)));
        (_network.Clock.GetUtcNow() - began).ShouldBeLessThan(TimeSpan.FromSeconds(5), "the places were given back by receipts, and not by time");
        _other.Carrier.HandedOver.Count.ShouldBe(Messages);
    }

    [Fact]
    public async Task Of_two_processes_one_sends_a_lane_and_the_other_goes_on_when_that_is_gone()
    {
        await _seated.Start();
        await _other.Start(which: one => one is not FabricMembership);
        await _seated.SendMany(_network.Sandwell, 20);
        await Until(() => Done() == 20);
        await _other.SendMany(_network.Sandwell, 20);
        await Until(() => Done() == 40);
        var (sender, waiting) = Sent(_seated) > 0 ? (_seated, _other) : (_other, _seated);
        (Sent(sender), Sent(waiting)).ShouldBe((40, 0));

        await sender.StopSending();
        await sender.SendMany(_network.Sandwell, 5);
        await Until(() => Done() == 45);
        (Sent(sender), Sent(waiting)).ShouldBe((40, 5));
    }

    private static int Sent(Side one) => one.Carrier.HandedOver.Count(parcel => parcel.Lane == Parcel.Types.Lane.Transfers);

    private long Done() => _room.Ask<long>("select count(*) from outgoing where done_at is not null");

    // Time passes a little at a time, and slower than it does for the server, by whose clock leases run.
    private async Task Until(Func<bool> holds, Action? always = null)
    {
        while (!holds())
        {
            always?.Invoke();
            _network.Clock.Pass(TimeSpan.FromMilliseconds(20));
            await Task.Delay(30, Stop);
        }
    }
}
