using Grpc.AspNetCore.ClientFactory;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Sets up registered clients that services use.</summary>
public static class GrpcServerHttpClientBuilderExtensions
{
    /// <summary>Passes the deadline and the cancellation of the call under way on to this client's calls; the earlier deadline wins.</summary>
    public static IHttpClientBuilder EnableCallContextPropagation(this IHttpClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddHttpContextAccessor();
        var name = builder.Name;
        return builder.Configure((options, services) =>
        {
            var accessor = services.GetRequiredService<IHttpContextAccessor>();
            var settings = services.GetRequiredService<IOptionsMonitor<GrpcContextPropagationOptions>>();
            options.CallOptionsActions.Add(call => call.CallOptions = ContextPropagation.Apply(call.CallOptions, accessor, settings.Get(name)));
        });
    }

    /// <inheritdoc cref="EnableCallContextPropagation(IHttpClientBuilder)"/>
    public static IHttpClientBuilder EnableCallContextPropagation(this IHttpClientBuilder builder, Action<GrpcContextPropagationOptions> configureOptions)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure(builder.Name, configureOptions);
        return builder.EnableCallContextPropagation();
    }
}
