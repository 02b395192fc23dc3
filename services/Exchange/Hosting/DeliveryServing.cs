using Grpc.AspNetCore.HealthChecks;
using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.ServiceDefaults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InfoSharing.Exchange.Hosting;

/// <summary>Whether what is sent can go, under a name of its own. While it cannot, the service serves all the same: it takes sends and holds them.</summary>
internal sealed class DeliveryServing(IParcelCarrier carrier) : IHealthCheck
{
    /// <summary>The name under which grpc.health.v1 gives it.</summary>
    internal const string Name = "infosharing.delivery";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(carrier.IsReachable ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("There is no bus to reach: sends are held."));

    /// <summary>Registers it.</summary>
    internal static void AddTo(IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DeliveryServing>(Name, tags: [ServiceDefaultsExtensions.SpeaksForItself]);
        services.Configure<GrpcHealthChecksOptions>(health => health.Services.Map(Name, check => check.Name == Name));
    }
}
