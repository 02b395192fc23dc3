using Microsoft.Extensions.Hosting;

namespace InfoSharing.Exchange.Delivery.Bus.Rabbit;

/// <summary>Connects to the broker when the agency starts, to send and to receive, and leaves when it stops.</summary>
internal sealed class BrokerMembership(BrokerCarrier carrier, BrokerReceiver receiver) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.WhenAll(carrier.StartAsync(cancellationToken), receiver.StartAsync(cancellationToken));

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(receiver.StopAsync(cancellationToken), carrier.StopAsync(cancellationToken));
}
