namespace Grpc.Core;

/// <summary>How many messages a call carries each way.</summary>
public enum MethodType
{
    /// <summary>One request, one response.</summary>
    Unary,

    /// <summary>Requests, one response.</summary>
    ClientStreaming,

    /// <summary>One request, responses.</summary>
    ServerStreaming,

    /// <summary>Requests and responses, independently.</summary>
    DuplexStreaming,
}
