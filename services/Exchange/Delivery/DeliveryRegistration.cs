using InfoSharing.Directories;
using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.Exchange.Delivery.Dispatch;
using InfoSharing.Exchange.Delivery.Receive;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Reconciling;
using InfoSharing.Exchange.Telemetry;
using InfoSharing.Exchange.Witnessing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace InfoSharing.Exchange.Delivery;

/// <summary>Puts delivery into a service.</summary>
internal static class DeliveryRegistration
{
    /// <summary>
    /// Registers dispatcher, receiver and bus. It needs the ledger, the agency's keys, its partners', and what arriving messages mean
    /// (<see cref="Transfers.IArrivals"/>).
    /// </summary>
    /// <param name="services">The service's.</param>
    /// <param name="settings">The settings with the sections "Delivery" and "Bus".</param>
    internal static IServiceCollection AddDelivery(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<DeliveryOptions>().Bind(settings.GetSection(DeliveryOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        TelemetryOfAgency.AddTo(services);
        services.AddSingleton<DeliveryMeters>();
        services.AddSingleton<OnItsWay>().AddSingleton<SharedLanes>().AddSingleton<ReceiptsToGive>().AddSingleton<ResendDelay>().AddSingleton<ParcelMaker>().AddSingleton<ParcelSender>();
        services.AddSingleton<Opener>().AddSingleton<Quarantine>().AddSingleton<OutOfTime>().AddSingleton<MessageIntake>().AddSingleton<ReceiptIntake>().AddSingleton<ParcelInbox>().AddSingleton<IParcelInbox>(provider => provider.GetRequiredService<ParcelInbox>());
        services.AddSingleton<BesideSender>();
        services.AddWitnessing();
        services.AddReconciling(settings.GetSection(ReconcilingOptions.Section));
        services.AddParcelBus(settings.GetSection(BusOptions.Section)); // joins first and leaves last
        services.AddHostedService<QueueMeters>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<IHostedService>(provider =>
        {
            var dispatcher = provider.GetRequiredService<Dispatcher>();
            if (provider.GetService<DirectoryInForce>() is { } directory) directory.Changed += (_, _) => dispatcher.LookAgain();
            return dispatcher;
        });
        return services;
    }
}
