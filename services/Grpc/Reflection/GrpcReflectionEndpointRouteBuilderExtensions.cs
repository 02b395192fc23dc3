using Grpc.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the reflection service.</summary>
public static class GrpcReflectionEndpointRouteBuilderExtensions
{
    /// <summary>Serves <c>grpc.reflection.v1</c> and <c>v1alpha</c>.</summary>
    /// <exception cref="InvalidOperationException">AddGrpcReflection was not called.</exception>
    public static IEndpointConventionBuilder MapGrpcReflectionService(this IEndpointRouteBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.ServiceProvider.GetService<MappedServices>() is null)
        {
            throw new InvalidOperationException("The reflection service is not registered: call services.AddGrpcReflection().");
        }

        return new GrpcServiceEndpointConventionBuilder([builder.MapGrpcService<ReflectionService>(), builder.MapGrpcService<AlphaReflectionService>()]);
    }
}
