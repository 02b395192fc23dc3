using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server;

/// <summary>An interceptor that runs around the calls of services: from the container when registered there, else made for each call.</summary>
public class InterceptorRegistration
{
    private readonly Lazy<ObjectFactory> factory;

    internal InterceptorRegistration(Type type, object[] arguments)
    {
        Type = type;
        Arguments = arguments;
        factory = new(() => ActivatorUtilities.CreateFactory(type, [.. arguments.Select(argument => argument.GetType())]));
    }

    /// <summary>The interceptor's type.</summary>
    public Type Type { get; }

    /// <summary>Arguments of its constructor that the container does not give.</summary>
    public IReadOnlyList<object> Arguments { get; }

    internal (Interceptor Interceptor, bool Created) Get(IServiceProvider services) =>
        Arguments.Count == 0 && services.GetService(Type) is Interceptor registered
            ? (registered, false)
            : ((Interceptor)factory.Value(services, [.. Arguments]), true);
}
