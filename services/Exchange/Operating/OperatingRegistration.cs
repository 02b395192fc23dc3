using InfoSharing.Exchange.Ledger.Copies;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InfoSharing.Exchange.Operating;

/// <summary>Puts what an operator does into a service.</summary>
internal static class OperatingRegistration
{
    /// <summary>Registers its acts.</summary>
    internal static IServiceCollection AddOperating(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<OperatingOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<LedgerCopies>().AddSingleton<ListWaitingAct>().AddSingleton<ListQuarantineAct>().AddSingleton<RetakeAct>()
            .AddSingleton<RedriveSets>().AddSingleton<RedriveAct>().AddSingleton<ReconcileAct>().AddSingleton<BackupAct>();
    }
}
