using InfoSharing.Validator.Shapes;

namespace InfoSharing.Exchange.Api.Failing;

/// <summary>An act cannot be done as it is written. Holds every fault; its message holds none of their values.</summary>
internal sealed class FaultyRequestException(IReadOnlyList<ShapeFault> faults)
    : Exception($"This cannot be done as it is written: {faults.Count} {(faults.Count == 1 ? "fault" : "faults")}. Each is named with its field and its cure.")
{
    /// <summary>The faults.</summary>
    public IReadOnlyList<ShapeFault> Faults { get; } = faults;
}
