using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.Exchange.Delivery.Bus.Rabbit;
using InfoSharing.Tests.Component.Parcels;
using Lane = InfoSharing.V1.Parcel.Types.Lane;

namespace InfoSharing.Tests.Component.Broker;

[CollectionDefinition(nameof(Hurried), DisableParallelization = true)]
public sealed class Hurried;

/// <summary>Time is hurried here and the broker's is not, so nothing else runs beside it: a wait of a tenth of a second is twenty seconds.</summary>
[Collection(nameof(Hurried))]
public sealed class DownReceiverTests(Agencies agencies, SharedBroker shared, ITestOutputHelper output)
{
    private const int Times = 200;
    private static readonly TimeSpan Down = LongRun.Is ? TimeSpan.FromHours(6) : TimeSpan.FromMinutes(40);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(30);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // Forty minutes in ./test, six hours in ./test --long.
    [Fact]
    [Trait("Rounds", "many")]
    public async Task With_a_receiver_down_for_hours_and_10_000_waiting_there_are_never_more_than_32_parcels_in_a_queue()
    {
        var clock = new FastClock(Times);
        await using var network = await BrokerNetwork.Make(agencies, await shared.Get(), clock);
        network.Leeds.Settings["Delivery:ParcelMessages"] = "20";
        network.Leeds.Settings["Delivery:SendSeconds"] = "60";
        network.Leeds.Settings["Delivery:ResendFirstSeconds"] = "20"; // a tenth of a second: less would measure how busy the machine is
        network.Leeds.KeepsHandedOver = false;
        await network.Leeds.Start(delivery: false);
        await Task.WhenAll(network.Leeds.SendMany(network.Sandwell, 4_000, lane: Lane.AlertsAndAnswers), network.Leeds.SendMany(network.Sandwell, 4_000), network.Leeds.SendMany(network.Sandwell, 2_000, lane: Lane.Documents));
        await network.Leeds.Down();
        network.Leeds.Wrap = carrier => new HurriedCarrier(carrier, clock);
        await network.Leeds.Start();

        var most = BrokerNames.Lanes.ToDictionary(lane => lane, _ => 0L);
        var began = clock.GetUtcNow();
        var fresh = 0;
        await using (var depth = await QueueDepth.Of(network.Host, network.Sandwell.Name))
            while (clock.GetUtcNow() - began < Down)
            {
                foreach (var lane in BrokerNames.Lanes) most[lane] = Math.Max(most[lane], await depth.Of(lane));
                // What is new waits seconds, behind what waits a quarter of an hour.
                for (; clock.GetUtcNow() - began > fresh * Between; fresh++) await network.Leeds.Send(network.Sandwell);
            }
        var handedOver = network.Leeds.Carrier.Count;
        output.WriteLine($"most in a queue: {string.Join(", ", most.Select(one => $"{one.Key} {one.Value}"))}; {handedOver} parcels handed over in {Down.TotalHours:0.#} hours, {network.Leeds.Logs.Said.Split('\n').Count(line => line.Contains("The bus did not take", StringComparison.Ordinal))} not taken");
        most.Values.ShouldAllBe(count => count > 0 && count <= 32);
        network.Leeds.Ask<long>("select count(*) from outgoing where done_at is null").ShouldBe(10_000 + fresh);

        await network.Sandwell.Start();
        await network.Leeds.UntilDone(10_000 + fresh);
        network.Sandwell.Ask<long>("select count(*) from incoming").ShouldBe(10_000 + fresh);
        network.Sandwell.Ask<long>("select count(*) from event where kind = 'received'").ShouldBe(10_000 + fresh);
    }

    /// <summary>The broker's clock cannot be hurried: what is to expire does so after as much of its own time. Nor can its confirms: they are waited for.</summary>
    private sealed class HurriedCarrier(IParcelCarrier carrier, FastClock clock) : IParcelCarrier
    {
        public bool IsReachable => carrier.IsReachable;

        public Task SendAsync(string recipient, Lane lane, byte[] sealedParcel, TimeSpan expiresIn, CancellationToken cancellationToken) =>
            carrier.SendAsync(recipient, lane, sealedParcel, clock.Real(expiresIn), Stop);
    }
}
