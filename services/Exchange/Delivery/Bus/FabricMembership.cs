using InfoSharing.Exchange.Parcels.Sealing;
using Microsoft.Extensions.Hosting;

namespace InfoSharing.Exchange.Delivery.Bus;

/// <summary>Joins the in-memory bus when the agency starts, and leaves it when it stops.</summary>
internal sealed class FabricMembership(InMemoryFabric fabric, AgencyKeys us, IParcelInbox inbox) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        fabric.Join(us.Agency, inbox);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => fabric.LeaveAsync(us.Agency);
}
