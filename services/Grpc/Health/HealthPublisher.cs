using Grpc.HealthCheck;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Takes what the host's checks say, by default every 30 s, to those who watch.</summary>
internal sealed class HealthPublisher(HealthServiceImpl kept, IOptions<GrpcHealthChecksOptions> options) : IHealthCheckPublisher
{
    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        foreach (var mapping in options.Value.Services)
        {
            var unwell = report.Entries.Any(entry => mapping.Takes(entry.Key, entry.Value) && entry.Value.Status == HealthStatus.Unhealthy);
            kept.SetStatus(mapping.Name, CheckedHealthService.StatusOf(unwell ? HealthStatus.Unhealthy : HealthStatus.Healthy));
        }

        return Task.CompletedTask;
    }
}
