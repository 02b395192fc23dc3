using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Delivery.Bus;

/// <summary>Says at the start that there is no bus.</summary>
internal sealed class NoBus(ILogger<NoBus> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        DeliveryLog.NoBus(log);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
