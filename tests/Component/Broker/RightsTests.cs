using InfoSharing.Exchange.Delivery.Bus.Rabbit;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Lane = InfoSharing.V1.Parcel.Types.Lane;

namespace InfoSharing.Tests.Component.Broker;

/// <summary>What an agency's user may do on the broker, tried with the agency's own password.</summary>
public sealed class RightsTests(SharedBroker shared)
{
    private const string Police = "leeds-police";
    private const string Health = "leeds-health";
    private static readonly string HealthsQueue = BrokerNames.QueueOf(Health, Lane.Transfers);
    private static readonly string PolicesQueue = BrokerNames.QueueOf(Police, Lane.Transfers);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Forbidden() => [.. Attempts.Keys];

    private static Dictionary<string, Func<IChannel, Task>> Attempts { get; } = new()
    {
        ["read another's queue"] = channel => channel.BasicConsumeAsync(HealthsQueue, autoAck: false, new RabbitMQ.Client.Events.AsyncEventingBasicConsumer(channel), Stop),
        ["take one parcel out of it"] = channel => channel.BasicGetAsync(HealthsQueue, autoAck: true, Stop),
        ["empty it"] = channel => channel.QueuePurgeAsync(HealthsQueue, Stop),
        ["remove it"] = channel => channel.QueueDeleteAsync(HealthsQueue, cancellationToken: Stop),
        ["bind it to one's own exchange"] = channel => channel.QueueBindAsync(HealthsQueue, BrokerNames.ExchangeOf(Police), "mine", cancellationToken: Stop),
        ["bind one's own queue to another's exchange"] = channel => channel.QueueBindAsync(PolicesQueue, BrokerNames.ExchangeOf(Health), PolicesQueue, cancellationToken: Stop),
        ["unbind another's queue"] = channel => channel.QueueUnbindAsync(HealthsQueue, BrokerNames.ExchangeOf(Police), HealthsQueue, cancellationToken: Stop),
        ["write to another's exchange"] = channel => channel.BasicPublishAsync(BrokerNames.ExchangeOf(Health), PolicesQueue, mandatory: true, new byte[] { 1 }, Stop).AsTask(),
        ["write to a queue past every exchange"] = channel => channel.BasicPublishAsync("", HealthsQueue, mandatory: true, new byte[] { 1 }, Stop).AsTask(),
        ["write to one's own queue past every exchange"] = channel => channel.BasicPublishAsync("", PolicesQueue, mandatory: true, new byte[] { 1 }, Stop).AsTask(),
        ["remove another's exchange"] = channel => channel.ExchangeDeleteAsync(BrokerNames.ExchangeOf(Health), cancellationToken: Stop),
        ["remove one's own exchange"] = channel => channel.ExchangeDeleteAsync(BrokerNames.ExchangeOf(Police), cancellationToken: Stop),
        ["remove one's own queue"] = channel => channel.QueueDeleteAsync(PolicesQueue, cancellationToken: Stop),
        ["make a queue"] = channel => channel.QueueDeclareAsync("police.own", durable: true, exclusive: false, autoDelete: false, cancellationToken: Stop),
        ["make an unnamed queue"] = channel => channel.QueueDeclareAsync("", durable: false, exclusive: true, autoDelete: true, cancellationToken: Stop),
        ["make an exchange"] = channel => channel.ExchangeDeclareAsync("police.own", "fanout", cancellationToken: Stop),
        ["bind exchanges"] = channel => channel.ExchangeBindAsync(BrokerNames.ExchangeOf(Police), BrokerNames.ExchangeOf(Health), PolicesQueue, cancellationToken: Stop),
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public async Task The_police_are_refused_when_they_try_to(string what)
    {
        await using var host = await PreparedHost.Make(await shared.Get(), Police, Health);
        await using var connection = await host.Connect(Police);
        await using var channel = await connection.CreateChannelAsync(new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), Stop);
        var refused = await Should.ThrowAsync<OperationInterruptedException>(() => Attempts[what](channel));
        refused.ShutdownReason.ShouldNotBeNull().ReplyCode.ShouldBe((ushort)Constants.AccessRefused);
    }

    [Fact]
    public async Task They_may_read_their_own_queues_and_write_to_their_own_exchange()
    {
        await using var host = await PreparedHost.Make(await shared.Get(), Police, Health);
        await using var police = await host.Connect(Police);
        await using var health = await host.Connect(Health);
        await using var sending = await police.CreateChannelAsync(new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), Stop);
        await using var reading = await health.CreateChannelAsync(cancellationToken: Stop);
        await sending.BasicPublishAsync(BrokerNames.ExchangeOf(Police), HealthsQueue, mandatory: true, new byte[] { 1 }, Stop);
        var got = (await reading.BasicGetAsync(HealthsQueue, autoAck: true, Stop)).ShouldNotBeNull();
        BrokerNames.SenderOf(got.Exchange).ShouldBe(Police);
    }

    [Fact]
    public async Task Another_virtual_host_is_closed_to_them()
    {
        await using var theirs = await PreparedHost.Make(await shared.Get(), Police);
        await using var other = await PreparedHost.Make(await shared.Get(), Health);
        await using var connection = await other.Connect(Police); // the client hears of it at the first thing that it asks
        var refused = await Should.ThrowAsync<OperationInterruptedException>(() => connection.CreateChannelAsync(cancellationToken: Stop));
        refused.ShutdownReason.ShouldNotBeNull().ReplyCode.ShouldBe((ushort)Constants.NotAllowed);
    }

    [Fact]
    public void An_exchange_that_is_no_agencys_vouches_for_none()
    {
        BrokerNames.SenderOf("").ShouldBe("exchange ''");
        BrokerNames.SenderOf("amq.direct").ShouldBe("exchange 'amq.direct'");
        BrokerNames.SenderOf("leeds-police.out").ShouldBe("leeds-police");
    }
}
