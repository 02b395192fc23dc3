using InfoSharing.Exchange.Delivery.Bus.Rabbit;
using RabbitMQ.Client;
using Lane = InfoSharing.V1.Parcel.Types.Lane;

namespace InfoSharing.Tests.Component.Broker;

/// <summary>How many parcels lie in an agency's queues at this instant, expired ones that stand behind others included.</summary>
internal sealed class QueueDepth(IConnection connection, IChannel channel, string agency) : IAsyncDisposable
{
    internal static async Task<QueueDepth> Of(PreparedHost host, string agency)
    {
        var connection = await host.ConnectAdministrator();
        return new(connection, await connection.CreateChannelAsync(cancellationToken: PreparedHost.Stop), agency);
    }

    // The management API counts only as often as it is set to; the queue itself knows.
    internal async Task<long> Of(Lane lane) => (await channel.QueueDeclarePassiveAsync(BrokerNames.QueueOf(agency, lane), PreparedHost.Stop)).MessageCount;

    internal async Task Until(Lane lane, long count)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await Of(lane) != count) await pause.WaitForNextTickAsync(PreparedHost.Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }
}
