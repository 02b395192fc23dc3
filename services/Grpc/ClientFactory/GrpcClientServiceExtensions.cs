using Grpc.Net.ClientFactory;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers clients.</summary>
public static class GrpcClientServiceExtensions
{
    /// <summary>Registers a generated client under its type's name, each instance over the name's one channel. What it returns sets up the HTTP handler, interceptors and credentials.</summary>
    public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services)
        where TClient : class => services.AddGrpcClient<TClient>(typeof(TClient).Name);

    /// <inheritdoc cref="AddGrpcClient{TClient}(IServiceCollection)"/>
    public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services, Action<GrpcClientFactoryOptions> configureClient)
        where TClient : class => services.AddGrpcClient<TClient>(typeof(TClient).Name, configureClient);

    /// <inheritdoc cref="AddGrpcClient{TClient}(IServiceCollection)"/>
    public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services, Action<IServiceProvider, GrpcClientFactoryOptions> configureClient)
        where TClient : class => services.AddGrpcClient<TClient>(typeof(TClient).Name, configureClient);

    /// <summary>Registers a generated client under a name. Made by <see cref="GrpcClientFactory"/>; by its type alone, the last one registered.</summary>
    public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services, string name)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        services.TryAddSingleton<NamedChannels>();
        services.TryAddTransient<GrpcClientFactory, RegisteredClientFactory>();
        services.AddSingleton(new ClientRegistration(name, typeof(TClient)));
        services.AddTransient(provider => provider.GetRequiredService<GrpcClientFactory>().CreateClient<TClient>(name));

        // The channel keeps its handler: connections are renewed by the pool's own lifetimes, not by new handlers.
        return services.AddHttpClient(name)
            .ConfigurePrimaryHttpMessageHandler(Grpc.Net.Client.ChannelTransport.NewHandler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc cref="AddGrpcClient{TClient}(IServiceCollection, string)"/>
    public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services, string name, Action<GrpcClientFactoryOptions> configureClient)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configureClient);
        services.Configure(name, configureClient);
        return services.AddGrpcClient<TClient>(name);
    }

    /// <inheritdoc cref="AddGrpcClient{TClient}(IServiceCollection, string)"/>
    public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services, string name, Action<IServiceProvider, GrpcClientFactoryOptions> configureClient)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configureClient);
        services.AddOptions<GrpcClientFactoryOptions>(name).Configure<IServiceProvider>((options, provider) => configureClient(provider, options));
        return services.AddGrpcClient<TClient>(name);
    }
}
