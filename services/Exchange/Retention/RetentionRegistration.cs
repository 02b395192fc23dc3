using InfoSharing.Exchange.Retention.Disposal;
using InfoSharing.Exchange.Retention.Enquiry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InfoSharing.Exchange.Retention;

/// <summary>Puts the keeping and ending of cases into a service.</summary>
internal static class RetentionRegistration
{
    /// <summary>Adds its acts. The schedule is checked at start.</summary>
    internal static IServiceCollection AddRetention(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<RetentionOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<CustodyDesk>().AddSingleton<Certificates>()
            .AddSingleton<OpenEnquiryAct>().AddSingleton<ReadEnquiryAct>().AddSingleton<CloseEnquiryAct>().AddSingleton<CustodyAct>().AddSingleton<EnquiryActs>()
            .AddSingleton<ListDueAct>().AddSingleton<DisposeAct>().AddSingleton<KeepAct>().AddSingleton<HoldAct>().AddSingleton<ErasedAct>().AddSingleton<DisposalActs>();
    }
}
