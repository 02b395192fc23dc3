using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>On an HTTP request that is a call: the call.</summary>
public interface IServerCallContextFeature
{
    /// <summary>The call's context.</summary>
    ServerCallContext ServerCallContext { get; }
}
