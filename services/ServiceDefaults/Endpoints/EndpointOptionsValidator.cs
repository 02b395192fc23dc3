using Microsoft.Extensions.Options;

namespace InfoSharing.ServiceDefaults.Endpoints;

/// <summary>Refuses to start on wrong options, naming all faults at once.</summary>
internal sealed class EndpointOptionsValidator : IValidateOptions<EndpointOptions>
{
    public ValidateOptionsResult Validate(string? name, EndpointOptions options)
    {
        var faults = options.Faults().ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
