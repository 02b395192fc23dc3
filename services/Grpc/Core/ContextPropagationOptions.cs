namespace Grpc.Core;

/// <summary>What a propagation token passes on.</summary>
public class ContextPropagationOptions
{
    /// <summary>Passes both on.</summary>
    public static readonly ContextPropagationOptions Default = new();

    /// <summary>A choice.</summary>
    public ContextPropagationOptions(bool propagateDeadline = true, bool propagateCancellation = true)
    {
        IsPropagateDeadline = propagateDeadline;
        IsPropagateCancellation = propagateCancellation;
    }

    /// <summary>Pass the deadline on.</summary>
    public bool IsPropagateDeadline { get; }

    /// <summary>Pass cancellation on.</summary>
    public bool IsPropagateCancellation { get; }
}
