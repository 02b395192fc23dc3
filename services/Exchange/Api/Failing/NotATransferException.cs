using InfoSharing.Validator.Shapes;

namespace InfoSharing.Exchange.Api.Failing;

/// <summary>What came cannot be judged. Holds every fault; its message holds none of their values.</summary>
internal sealed class NotATransferException(IReadOnlyList<ShapeFault> faults)
    : Exception($"This is not a transfer that can be judged: {faults.Count} {(faults.Count == 1 ? "fault" : "faults")}. Each is named with its field and its cure.")
{
    /// <summary>The faults.</summary>
    public IReadOnlyList<ShapeFault> Faults { get; } = faults;
}
