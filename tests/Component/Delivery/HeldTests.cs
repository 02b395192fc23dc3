using InfoSharing.Exchange.Delivery;
using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.Exchange.Delivery.Dispatch;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InfoSharing.Tests.Component.Delivery;

public sealed class HeldTests(Agencies agencies)
{
    [Fact]
    public async Task Without_a_bus_nothing_is_tried_everything_is_held_and_it_says_so_and_with_one_it_goes()
    {
        await using var network = await Network.Make(agencies);
        network.Leeds.Settings["Bus:Transport"] = "None";
        await network.Leeds.Start();
        network.Leeds.Service<IParcelCarrier>().IsReachable.ShouldBeFalse();
        network.Leeds.Logs.Said.ShouldContain("There is no bus");
        await network.Leeds.SendMany(network.Sandwell, 5);
        network.Clock.Pass(TimeSpan.FromMinutes(1));
        await network.Leeds.Write();
        network.Leeds.Ask<long>("select sum(attempts) from outgoing").ShouldBe(0);
        network.Leeds.Carrier.HandedOver.ShouldBeEmpty();

        await network.Leeds.Down();
        network.Leeds.Settings["Bus:Transport"] = "InMemory";
        await network.Sandwell.Start();
        await network.Leeds.Start();
        network.Leeds.Service<IParcelCarrier>().IsReachable.ShouldBeTrue();
        await network.Leeds.UntilDone(5);
    }

    [Fact]
    public async Task A_recipient_without_a_key_is_held_said_once_and_sent_when_the_directory_has_one()
    {
        await using var network = await Network.Make(agencies);
        network.Partners.Missing = network.Sandwell.Name;
        await network.Sandwell.Start();
        await network.Leeds.Start();
        await network.Leeds.SendMany(network.Sandwell, 5);
        for (var i = 0; i < 5; i++) await network.Leeds.Write();
        network.Leeds.Carrier.HandedOver.ShouldBeEmpty();
        network.Leeds.Ask<long>("select sum(attempts) from outgoing").ShouldBe(0);

        network.Partners.Missing = null;
        network.Leeds.Service<Dispatcher>().LookAgain();
        await network.Leeds.UntilDone(5);
        network.Leeds.Logs.Said.Split("The directory has no key").Length.ShouldBe(2);
    }

    [Fact]
    public async Task What_the_bus_does_not_take_is_sent_again_and_one_recipients_trouble_is_not_anothers()
    {
        await using var network = await Network.Running(agencies);
        network.Leeds.Carrier.Decide = _ => Fate.NotTaken;
        await network.Leeds.SendMany(network.Sandwell, 5);
        await network.Leeds.Until(() => Task.FromResult(network.Leeds.Ask<long>("select sum(attempts) from outgoing") >= 5));
        network.Leeds.Carrier.Decide = _ => Fate.Carried;
        var done = network.Leeds.UntilDone(5);
        while (!done.IsCompleted) await network.Tick();
        await done;
    }

    [Fact]
    public async Task A_recipient_that_has_left_the_bus_gets_everything_when_it_is_back()
    {
        await using var network = await Network.Make(agencies);
        await network.Leeds.Start();
        await network.Leeds.SendMany(network.Sandwell, 300);
        for (var i = 0; i < 20; i++)
        {
            network.Clock.Pass(TimeSpan.FromSeconds(1));
            await network.Leeds.Write();
        }
        await network.Sandwell.Start();
        var done = network.Leeds.UntilDone(300);
        while (!done.IsCompleted) await network.Tick();
        await done;
        network.Sandwell.Ask<long>("select count(*) from incoming").ShouldBe(300);
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_any_more_holds_up_no_other()
    {
        await using var network = await Network.Make(agencies);
        await network.Leeds.Start(delivery: false);
        var spoilt = await network.Leeds.Send(network.Sandwell);
        await network.Leeds.SendMany(network.Sandwell, 3);
        network.Leeds.Tamper($"update outgoing set sealed = zeroblob(length(sealed)) where id = x'{Convert.ToHexString(spoilt.ToByteArray(bigEndian: true))}'");
        await network.Leeds.Down();
        await network.Sandwell.Start();
        await network.Leeds.Start();
        await network.Leeds.UntilDone(3);
        network.Leeds.Logs.Said.ShouldContain("changed-where-it-lies");
    }

    [Fact]
    public async Task The_in_memory_bus_drops_what_has_expired_and_says_who_sent()
    {
        var clock = new SteppedClock();
        await using var fabric = await InMemoryFabric.StartAsync(["leeds-police", "leeds-health"], clock: clock, cancellationToken: Network.Stop);
        var inbox = new Inbox();
        var carrier = new FabricCarrier(fabric, "leeds-police");
        carrier.IsReachable.ShouldBeFalse();
        fabric.Join("leeds-police", new Inbox());
        carrier.IsReachable.ShouldBeTrue();
        await Should.ThrowAsync<BusUnavailableException>(() => carrier.SendAsync("leeds-health", Parcel.Types.Lane.Transfers, [1], TimeSpan.FromSeconds(5), Network.Stop));
        await Should.ThrowAsync<BusUnavailableException>(() => carrier.SendAsync("york-health", Parcel.Types.Lane.Transfers, [1], TimeSpan.FromSeconds(5), Network.Stop));
        fabric.Join("leeds-health", inbox);
        Should.Throw<InvalidOperationException>(() => fabric.Join("leeds-health", inbox));
        Should.Throw<InvalidOperationException>(() => fabric.Join("york-health", inbox)).Message.ShouldBe("The in-memory bus was not made for york-health: name it when the bus is started.");

        await carrier.SendAsync("leeds-health", Parcel.Types.Lane.Transfers, [1], TimeSpan.Zero, Network.Stop);
        await carrier.SendAsync("leeds-health", Parcel.Types.Lane.Transfers, [2], TimeSpan.FromSeconds(5), Network.Stop);
        var (bytes, sender) = await inbox.Came.Task.WaitAsync(TimeSpan.FromMinutes(1), Network.Stop);
        (bytes.Single(), sender).ShouldBe(((byte)2, "leeds-police"));
    }

    [Fact]
    public void Wrong_settings_are_refused_at_the_start_each_with_its_cure()
    {
        Failure(new() { ["Bus:Transport"] = "InMemory" }, provider => provider.GetRequiredService<IOptions<BusOptions>>().Value)
            .ShouldBe("Bus:Transport is InMemory, but this process has no in-memory bus: it joins the agencies of one process alone. Start the whole network, or say Bus:Transport None.");
        Failure(new() { ["Bus:Transport"] = "7" }, provider => provider.GetRequiredService<IOptions<BusOptions>>().Value).ShouldBe("Bus:Transport must be None, InMemory or RabbitMq.");
        Failure(new() { ["Delivery:ResendFirstSeconds"] = "0", ["Delivery:ParcelMessages"] = "257" }, provider => provider.GetRequiredService<IOptions<DeliveryOptions>>().Value)
            .ShouldBe("DataAnnotation validation failed for 'DeliveryOptions' members: 'ResendFirstSeconds' with the error: 'The field ResendFirstSeconds must be between 1 and 60.'.; DataAnnotation validation failed for 'DeliveryOptions' members: 'ParcelMessages' with the error: 'The field ParcelMessages must be between 1 and 256.'.");
    }

    private static string Failure(Dictionary<string, string?> settings, Func<IServiceProvider, object> read)
    {
        using var services = new ServiceCollection().AddLogging().AddDelivery(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        return Should.Throw<OptionsValidationException>(() => read(services)).Message;
    }

    private sealed class Inbox : IParcelInbox
    {
        internal TaskCompletionSource<(byte[] Bytes, string? Sender)> Came { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task ReceiveAsync(byte[] sealedParcel, string? vouchedSender, CancellationToken cancellationToken)
        {
            Came.TrySetResult((sealedParcel, vouchedSender));
            return Task.CompletedTask;
        }
    }
}
