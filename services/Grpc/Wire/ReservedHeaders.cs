using System.Collections.Frozen;

namespace Grpc.Wire;

/// <summary>Header names that belong to the protocol or the connection and never to an application.</summary>
internal static class ReservedHeaders
{
    private static readonly FrozenSet<string> NotSent = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "grpc-status", "grpc-message", "grpc-timeout", "grpc-encoding", "grpc-accept-encoding", GrpcHeaders.EncodingRequest, GrpcHeaders.PreviousAttempts, "content-type", "content-length",
        "content-encoding", "te", "user-agent", "host", "connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade", "trailer");

    private static readonly FrozenSet<string> HiddenFromServer = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "grpc-timeout", "grpc-encoding", "grpc-accept-encoding", GrpcHeaders.EncodingRequest, "content-type", "content-length", "content-encoding", "te", "host");

    private static readonly FrozenSet<string> HiddenFromClient = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "grpc-status", "grpc-message", "grpc-encoding", "grpc-accept-encoding", "content-type", "content-encoding");

    /// <summary>Application metadata under these names is left out when sending; the runtime writes its own.</summary>
    public static bool IsNotSent(string name) => NotSent.Contains(name);

    /// <summary>Request headers that a handler does not see.</summary>
    public static bool IsHiddenFromServer(string name) => name.StartsWith(':') || HiddenFromServer.Contains(name);

    /// <summary>Response headers and trailers that a caller does not see.</summary>
    public static bool IsHiddenFromClient(string name) => HiddenFromClient.Contains(name);
}
