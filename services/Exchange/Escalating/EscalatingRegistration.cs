using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InfoSharing.Exchange.Escalating;

/// <summary>Puts the looking at clocks into a service.</summary>
internal static class EscalatingRegistration
{
    /// <summary>Registers the worker; what it looks with comes with the door.</summary>
    /// <param name="services">The service's.</param>
    /// <param name="section">The section "Escalations".</param>
    internal static IServiceCollection AddEscalating(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<EscalationOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddHostedService<EscalationWorker>();
    }
}
