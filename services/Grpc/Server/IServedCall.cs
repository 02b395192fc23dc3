using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>On an HTTP request that is a call: the call.</summary>
internal interface IServedCall
{
    ServerCallContext ServerCallContext { get; }
}
