namespace Grpc.Net.ClientFactory;

/// <summary>How long an interceptor of a registered client lives.</summary>
public enum InterceptorScope
{
    /// <summary>Made once, for all clients of the name.</summary>
    Channel = 0,

    /// <summary>Made with each client.</summary>
    Client = 1,
}
