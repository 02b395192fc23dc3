using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grpc.Net.ClientFactory;

/// <summary>The channels of registered clients, one for each name, with handlers from the HTTP client factory.</summary>
internal sealed class NamedChannels(IServiceProvider root, IHttpMessageHandlerFactory handlers, IOptionsMonitor<GrpcClientFactoryOptions> options, ILoggerFactory loggers) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<(GrpcChannel Channel, CallInvoker Invoker)>> channels = new();

    /// <exception cref="InvalidOperationException">The name has no address.</exception>
    public CallInvoker InvokerOf(string name) => channels.GetOrAdd(name, static (name, self) => new(() => self.Create(name)), this).Value.Invoker;

    public void Dispose()
    {
        foreach (var channel in channels.Values.Where(channel => channel.IsValueCreated))
        {
            channel.Value.Channel.Dispose();
        }
    }

    internal static Interceptor[] Interceptors(GrpcClientFactoryOptions options, InterceptorScope scope, IServiceProvider services) =>
        [.. options.InterceptorRegistrations.Where(registration => registration.Scope == scope).Select(registration => registration.Creator(services))];

    private (GrpcChannel Channel, CallInvoker Invoker) Create(string name)
    {
        var settings = options.Get(name);
        var address = settings.Address ?? throw new InvalidOperationException($"The gRPC client '{name}' has no address: set GrpcClientFactoryOptions.Address.");
        var channelOptions = new GrpcChannelOptions { HttpHandler = handlers.CreateHandler(name), LoggerFactory = loggers };
        foreach (var action in settings.ChannelOptionsActions)
        {
            action(channelOptions);
        }

        var channel = GrpcChannel.ForAddress(address, channelOptions);
        return (channel, channel.Intercept(Interceptors(settings, InterceptorScope.Channel, root)));
    }
}
