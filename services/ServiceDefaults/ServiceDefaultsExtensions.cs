using Grpc.AspNetCore.HealthChecks;
using Grpc.AspNetCore.Server;
using InfoSharing.ServiceDefaults.Endpoints;
using InfoSharing.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InfoSharing.ServiceDefaults;

/// <summary>What every process has alike.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>The largest message that a service takes: 10 MiB. Documents go as streams of small ones.</summary>
    public const int MaxMessageBytes = 10 * 1024 * 1024;

    /// <summary>The tag of a health check that speaks for its own name alone: whatever it says, the process serves.</summary>
    public const string SpeaksForItself = "speaks-for-itself";

    /// <summary>Adds the endpoint, gRPC with its limits, telemetry, and the clock.</summary>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<EndpointOptions>().BindConfiguration(EndpointOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<EndpointOptions>, EndpointOptionsValidator>();
        builder.Services.AddSingleton<IConfigureOptions<KestrelServerOptions>, KestrelSetup>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddTelemetry();
        // Room for the few bytes around a transfer of exactly the limit; the shape check holds the limit itself.
        builder.Services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = MaxMessageBytes + 1024;
            grpc.Interceptors.Add<CallSpans>();
        });
        builder.Services.AddGrpcHealthChecks(health => health.Services.Map("", SpeaksForAll));
        builder.Services.AddGrpcReflection();
        // It would write an error each time that somebody asks, and health is asked for every few seconds. What is wrong is logged once, where it is found.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        return builder;
    }

    /// <summary>
    /// Maps what every process serves besides its own services, after those are mapped: health, under the empty name and
    /// under the name of each service, and reflection, from which tools learn the contract. Both are open to any caller that reaches
    /// the endpoint: neither says anything of a case.
    /// </summary>
    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var health = app.Services.GetRequiredService<IOptions<GrpcHealthChecksOptions>>().Value;
        foreach (var method in ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()).OfType<GrpcMethodMetadata>())
        {
            health.Services.Map(method.Method.ServiceName, SpeaksForAll);
        }

        app.MapGrpcHealthChecksService().AllowAnonymous();
        app.MapGrpcReflectionService().AllowAnonymous();
        return app;
    }

    private static bool SpeaksForAll(HealthCheckMapContext check) => !check.Tags.Contains(SpeaksForItself);
}
