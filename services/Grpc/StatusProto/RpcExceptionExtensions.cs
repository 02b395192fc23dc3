namespace Grpc.Core;

/// <summary>The richer error model of a failed call.</summary>
public static class RpcExceptionExtensions
{
    /// <summary>The google.rpc.Status of the failure; null when it carries none, or bytes that are none.</summary>
    public static Google.Rpc.Status? GetRpcStatus(this RpcException ex)
    {
        ArgumentNullException.ThrowIfNull(ex);
        return ex.Trailers.GetRpcStatus(ignoreParseError: true);
    }
}
