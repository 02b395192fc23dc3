using InfoSharing.Exchange.Api;
using InfoSharing.ServiceDefaults;
using Microsoft.AspNetCore.Builder;

namespace InfoSharing.Exchange;

/// <summary>What an agency's Program says: add the exchange, map it, run.</summary>
public static class ExchangeExtensions
{
    /// <summary>Adds what every agency runs.</summary>
    public static WebApplicationBuilder AddExchange(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddServiceDefaults();
        builder.Services.AddApi();
        return builder;
    }

    /// <summary>Maps its services.</summary>
    public static WebApplication MapExchange(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapGrpcService<CaseExchangeService>();
        app.MapServiceDefaults();
        return app;
    }
}
