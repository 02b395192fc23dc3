using InfoSharing.Exchange.Delivery.Bus.Rabbit;
using InfoSharing.Exchange.Parcels.Sealing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Delivery.Bus;

/// <summary>The one place that knows which bus carries parcels.</summary>
internal static class ParcelBusRegistration
{
    /// <summary>Registers <see cref="IParcelCarrier"/>, and what joins the bus at start. With InMemory an <see cref="InMemoryFabric"/> must have been put into the services.</summary>
    /// <param name="services">The service's.</param>
    /// <param name="section">The section "Bus".</param>
    internal static IServiceCollection AddParcelBus(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<BusOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BusOptions>, BusOptionsValidator>();
        services.AddSingleton<BrokerConnections>().AddSingleton<BrokerCarrier>().AddSingleton<BrokerReceiver>(); // made where they are asked for alone
        services.AddSingleton<IParcelCarrier>(provider => TransportOf(provider) switch
        {
            BusTransport.RabbitMq => provider.GetRequiredService<BrokerCarrier>(),
            BusTransport.InMemory => new FabricCarrier(provider.GetRequiredService<InMemoryFabric>(), provider.GetRequiredService<AgencyKeys>().Agency),
            _ => new NoCarrier(),
        });
        services.AddSingleton<IHostedService>(provider => TransportOf(provider) switch
        {
            BusTransport.RabbitMq => ActivatorUtilities.CreateInstance<BrokerMembership>(provider),
            BusTransport.InMemory => ActivatorUtilities.CreateInstance<FabricMembership>(provider),
            _ => ActivatorUtilities.CreateInstance<NoBus>(provider),
        });
        return services;
    }

    private static BusTransport TransportOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<BusOptions>>().Value.Transport;
}
