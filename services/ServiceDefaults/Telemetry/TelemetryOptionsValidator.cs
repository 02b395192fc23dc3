using Microsoft.Extensions.Options;

namespace InfoSharing.ServiceDefaults.Telemetry;

/// <summary>Refuses to start on wrong options, naming all faults at once.</summary>
internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        var faults = options.Faults().ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
