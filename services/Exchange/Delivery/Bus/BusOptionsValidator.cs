using InfoSharing.Exchange.Delivery.Bus.Rabbit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Delivery.Bus;

/// <summary>Refuses a bus that this process cannot have, naming all faults at once.</summary>
internal sealed class BusOptionsValidator(IServiceProvider services) : IValidateOptions<BusOptions>
{
    public ValidateOptionsResult Validate(string? name, BusOptions options)
    {
        var faults = FaultsOf(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> FaultsOf(BusOptions options) => options.Transport switch
    {
        BusTransport.None => [],
        BusTransport.InMemory when services.GetService<InMemoryFabric>() is not null => [],
        BusTransport.InMemory => ["Bus:Transport is InMemory, but this process has no in-memory bus: it joins the agencies of one process alone. Start the whole network, or say Bus:Transport None."],
        BusTransport.RabbitMq => BrokerFaults.Of(options),
        _ => ["Bus:Transport must be None, InMemory or RabbitMq."],
    };
}
