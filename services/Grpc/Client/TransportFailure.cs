using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>What a failure below gRPC means for a call.</summary>
internal static class TransportFailure
{
    /// <summary>
    /// A reset by its code; a connection that was refused, lost or not trusted is UNAVAILABLE; what this process threw itself is INTERNAL.
    /// The exception stays local, as the status's debug exception.
    /// </summary>
    public static Status ToStatus(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case RpcException rpc:
                    return rpc.Status;
                case HttpProtocolException protocol when !IsReset(protocol):
                    return new Status(StatusCode.Unavailable, $"The connection to the server is lost: HTTP/2 error code {protocol.ErrorCode}.", exception);
                case HttpProtocolException protocol:
                    return new Status(StatusMapping.FromReset(protocol.ErrorCode), $"HTTP/2 error code {protocol.ErrorCode}.", exception);
                case TimeoutException:
                    return new Status(StatusCode.DeadlineExceeded, "The HTTP client's own timeout passed.", exception);
            }
        }

        return exception switch
        {
            OperationCanceledException => new Status(StatusCode.Cancelled, "The request was canceled.", exception),
            HttpRequestException http => new Status(StatusCode.Unavailable, $"Error connecting to or talking with the server: {http.HttpRequestError}.", exception),
            IOException => new Status(StatusCode.Unavailable, "The connection to the server is lost.", exception),
            _ => new Status(StatusCode.Internal, "Error in the client while calling.", exception),
        };
    }

    /// <summary>
    /// Whether one stream was reset, and not the whole connection ended: by GOAWAY, or by a ping that no one answered. .NET has one type for
    /// both and tells them apart in words alone; should those change, the tests of either say so.
    /// </summary>
    private static bool IsReset(HttpProtocolException protocol) => protocol.Message.Contains("reset the stream", StringComparison.Ordinal);
}
