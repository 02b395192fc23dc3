using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.ServiceDefaults.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Telemetry;

/// <summary>A process appears to a collector under its agency's id.</summary>
internal sealed class TelemetryOfAgency(IConfiguration settings) : IConfigureOptions<TelemetryOptions>
{
    public void Configure(TelemetryOptions options)
    {
        if (options.Service.Length == 0) options.Service = settings[$"{AgencyOptions.Section}:{nameof(AgencyOptions.Id)}"] ?? "";
    }

    /// <summary>Adds what steps are measured by; it needs <see cref="AgencyKeys"/>.</summary>
    internal static void AddTo(IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton<StepTimes>();
        services.TryAddSingleton<CaseMeters>();
    }
}
