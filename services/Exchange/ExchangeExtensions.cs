using InfoSharing.Exchange.Api;
using InfoSharing.Exchange.Audit;
using InfoSharing.Exchange.Delivery;
using InfoSharing.Exchange.Escalating;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Keys;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Operating;
using InfoSharing.Exchange.Partners;
using InfoSharing.Exchange.Retention;
using InfoSharing.Exchange.Telemetry;
using InfoSharing.ServiceDefaults;
using InfoSharing.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange;

/// <summary>What an agency's Program says: add the exchange, map it, run.</summary>
public static class ExchangeExtensions
{
    /// <summary>Adds what every agency runs.</summary>
    public static WebApplicationBuilder AddExchange(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var (services, settings) = (builder.Services, builder.Configuration);
        builder.AddServiceDefaults();
        services.AddOptions<AgencyOptions>().Bind(settings.GetSection(AgencyOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IConfigureOptions<TelemetryOptions>, TelemetryOfAgency>();
        services.AddAgencyKeys(settings.GetSection(KeysOptions.Section));
        services.AddLedger(settings.GetSection(LedgerOptions.Section));
        services.AddSingleton<IPostConfigureOptions<LedgerOptions>, LedgerOfAgency>();
        services.AddDirectory(settings.GetSection(DirectoryOptions.Section));
        services.AddIdentity(settings.GetSection(IdentityOptions.Section));
        services.AddApi();
        services.AddDelivery(settings);
        services.AddEscalating(settings.GetSection(EscalationOptions.Section));
        services.AddAudit();
        services.AddRetention(settings.GetSection(RetentionOptions.Section));
        services.AddOperating(settings.GetSection(OperatingOptions.Section));
        Hosting.DeliveryServing.AddTo(services);
        Hosting.LedgerServing.AddTo(services);
        return builder;
    }

    /// <summary>Maps its services.</summary>
    public static WebApplication MapExchange(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseIdentity();
        app.MapGrpcService<CaseExchangeService>();
        app.MapGrpcService<LedgerAuditService>();
        app.MapGrpcService<CaseRetentionService>();
        app.MapGrpcService<OperationsService>();
        app.MapServiceDefaults();
        return app;
    }
}
