using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server;

/// <summary>Gives each call its service: from the container when registered there, else made with its dependencies and disposed after the call.</summary>
internal sealed class ServiceActivator<TService>
    where TService : class
{
    private readonly Lazy<ObjectFactory<TService>> factory = new(() => ActivatorUtilities.CreateFactory<TService>(Type.EmptyTypes));

    public (TService Service, bool Created) Get(IServiceProvider services) =>
        services.GetService<TService>() is { } registered ? (registered, false) : (factory.Value(services, []), true);
}
