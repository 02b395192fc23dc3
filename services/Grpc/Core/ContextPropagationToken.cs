namespace Grpc.Core;

/// <summary>Names the parent of a call. Here because test doubles of <see cref="ServerCallContext"/> must name it; like the official server, ours makes none.</summary>
public abstract class ContextPropagationToken
{
    private protected ContextPropagationToken()
    {
    }
}
