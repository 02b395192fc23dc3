using InfoSharing.ServiceDefaults.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace InfoSharing.ServiceDefaults;

/// <summary>What every process has alike.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>The largest message that a service takes: 10 MiB. Documents go as streams of small ones.</summary>
    public const int MaxMessageBytes = 10 * 1024 * 1024;

    /// <summary>Adds the endpoint, gRPC with its limits, and the clock.</summary>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<EndpointOptions>().BindConfiguration(EndpointOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<EndpointOptions>, EndpointOptionsValidator>();
        builder.Services.AddSingleton<IConfigureOptions<KestrelServerOptions>, KestrelSetup>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        // Room for the few bytes around a transfer of exactly the limit; the shape check holds the limit itself.
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = MaxMessageBytes + 1024);
        return builder;
    }
}
