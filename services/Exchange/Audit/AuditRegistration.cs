using Microsoft.Extensions.DependencyInjection;

namespace InfoSharing.Exchange.Audit;

/// <summary>Puts what an auditor asks for into a service.</summary>
internal static class AuditRegistration
{
    /// <summary>Adds its acts.</summary>
    internal static IServiceCollection AddAudit(this IServiceCollection services) => services.AddSingleton<VerifyAct>().AddSingleton<ProveAct>();
}
