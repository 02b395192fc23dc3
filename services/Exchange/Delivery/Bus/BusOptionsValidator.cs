using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Delivery.Bus;

/// <summary>Refuses a bus that this process cannot have.</summary>
internal sealed class BusOptionsValidator(IServiceProvider services) : IValidateOptions<BusOptions>
{
    public ValidateOptionsResult Validate(string? name, BusOptions options)
    {
        if (!Enum.IsDefined(options.Transport)) return ValidateOptionsResult.Fail("Bus:Transport must be None or InMemory.");
        return options.Transport == BusTransport.InMemory && services.GetService<InMemoryFabric>() is null
            ? ValidateOptionsResult.Fail("Bus:Transport is InMemory, but this process has no in-memory bus: it joins the agencies of one process alone. Start the whole network, or say Bus:Transport None.")
            : ValidateOptionsResult.Success;
    }
}
