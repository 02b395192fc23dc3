using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>A service and the health checks that it stands on.</summary>
public sealed class ServiceMapping
{
    private readonly Func<HealthCheckMapContext, bool> predicate;

    /// <summary>Maps a service.</summary>
    public ServiceMapping(string name, Func<HealthCheckMapContext, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(predicate);
        Name = name;
        this.predicate = predicate;
    }

    /// <summary>Name with package; empty for the server as a whole.</summary>
    public string Name { get; }

    internal bool Takes(HealthCheckRegistration check) => predicate(new HealthCheckMapContext(check.Name, check.Tags));

    internal bool Takes(string name, HealthReportEntry entry) => predicate(new HealthCheckMapContext(name, entry.Tags));
}
