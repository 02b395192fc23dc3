using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps services to endpoints.</summary>
public static class GrpcEndpointRouteBuilderExtensions
{
    /// <summary>Serves every method of a service, an instance from the container for each call.</summary>
    /// <exception cref="InvalidOperationException">AddGrpc was not called, or the type derives from no generated service base.</exception>
    public static GrpcServiceEndpointConventionBuilder MapGrpcService<TService>(this IEndpointRouteBuilder builder)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        var endpoints = builder.ServiceProvider.GetService<GrpcEndpoints>()
            ?? throw new InvalidOperationException("The gRPC server is not registered: call services.AddGrpc().");
        return new GrpcServiceEndpointConventionBuilder(endpoints.Map<TService>(builder));
    }
}
