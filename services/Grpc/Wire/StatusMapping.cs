using Grpc.Core;

namespace Grpc.Wire;

/// <summary>What HTTP's own outcomes mean for a call.</summary>
internal static class StatusMapping
{
    /// <summary>For a response that carries no <c>grpc-status</c> (http-grpc-status-mapping.md); 431 as the official client has it.</summary>
    public static StatusCode FromHttp(int httpStatus) => httpStatus switch
    {
        400 or 431 => StatusCode.Internal,
        401 => StatusCode.Unauthenticated,
        403 => StatusCode.PermissionDenied,
        404 => StatusCode.Unimplemented,
        429 or 502 or 503 or 504 => StatusCode.Unavailable,
        _ => StatusCode.Unknown,
    };

    /// <summary>For an HTTP/2 error code of RST_STREAM (PROTOCOL-HTTP2 "HTTP2 Transport Mapping, Errors").</summary>
    public static StatusCode FromReset(long errorCode) => errorCode switch
    {
        0 or 1 or 2 or 3 or 4 or 6 or 9 or 10 => StatusCode.Internal,
        7 => StatusCode.Unavailable,
        8 => StatusCode.Cancelled,
        11 => StatusCode.ResourceExhausted,
        12 => StatusCode.PermissionDenied,
        _ => StatusCode.Unknown,
    };

    /// <summary>Reads <c>grpc-status</c>. What is no number from 0 to 16 is UNKNOWN; the official client passes other numbers through.</summary>
    public static StatusCode FromHeader(string value) =>
        int.TryParse(value, System.Globalization.NumberStyles.None, null, out var code) && code <= 16 ? (StatusCode)code : StatusCode.Unknown;
}
