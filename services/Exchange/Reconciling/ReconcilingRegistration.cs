using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InfoSharing.Exchange.Reconciling;

/// <summary>Puts reconciling into a service. It needs delivery.</summary>
internal static class ReconcilingRegistration
{
    /// <summary>Registers it.</summary>
    internal static IServiceCollection AddReconciling(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<ReconcilingOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Comparing>().AddSingleton<Rounds>().AddSingleton<GivingBack>().AddSingleton<TakingBack>().AddSingleton<ReconciliationIntake>();
        services.AddHostedService<Reconciler>();
        return services;
    }
}
