namespace Grpc.AspNetCore.ClientFactory;

/// <summary>How a call under way is passed on to the calls that it makes.</summary>
public class GrpcContextPropagationOptions
{
    /// <summary>Whether calls made outside of any call go on without a context instead of failing. Default false.</summary>
    public bool SuppressContextNotFoundErrors { get; set; }
}
