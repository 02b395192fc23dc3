using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Grpc.Net.ClientFactory;

/// <summary>Makes registered clients in one scope of services.</summary>
internal sealed class RegisteredClientFactory(IServiceProvider services, NamedChannels channels, IOptionsMonitor<GrpcClientFactoryOptions> options, IEnumerable<ClientRegistration> registrations) : GrpcClientFactory
{
    public override TClient CreateClient<TClient>(string name)
    {
        if (!registrations.Any(registration => registration.Name == name && registration.Type == typeof(TClient)))
        {
            throw new InvalidOperationException($"No gRPC client of type {typeof(TClient)} is registered under '{name}': call services.AddGrpcClient.");
        }

        var settings = options.Get(name);
        var invoker = channels.InvokerOf(name);
        if (settings.CallOptionsActions.Count > 0)
        {
            invoker = invoker.Intercept(new CallOptionsInterceptor(callOptions => Apply(settings, callOptions)));
        }

        invoker = invoker.Intercept(NamedChannels.Interceptors(settings, InterceptorScope.Client, services));
        return settings.Creator is { } creator ? (TClient)creator(invoker) : Maker<TClient>.Create(services, [invoker]);
    }

    private CallOptions Apply(GrpcClientFactoryOptions settings, CallOptions callOptions)
    {
        var context = new CallOptionsContext(callOptions, services);
        foreach (var action in settings.CallOptionsActions)
        {
            action(context);
        }

        return context.CallOptions;
    }

    private static class Maker<TClient>
        where TClient : class
    {
        public static readonly ObjectFactory<TClient> Create = ActivatorUtilities.CreateFactory<TClient>([typeof(CallInvoker)]);
    }
}
