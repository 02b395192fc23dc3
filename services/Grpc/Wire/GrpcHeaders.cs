namespace Grpc.Wire;

/// <summary>Names that the protocol uses (PROTOCOL-HTTP2 "Requests" and "Responses").</summary>
internal static class GrpcHeaders
{
    public const string ContentType = "application/grpc";
    public const string Status = "grpc-status";
    public const string Message = "grpc-message";
    public const string Timeout = "grpc-timeout";
    public const string Encoding = "grpc-encoding";
    public const string AcceptEncoding = "grpc-accept-encoding";
    public const string Identity = "identity";
    public const string PreviousAttempts = "grpc-previous-rpc-attempts";
    public const string RetryPushback = "grpc-retry-pushback-ms";

    /// <summary>Never sent: metadata under this name asks the runtime to compress, as in the official packages.</summary>
    public const string EncodingRequest = "grpc-internal-encoding-request";

    /// <summary>Whether a content type is <c>application/grpc</c>, alone, with a +suffix or with ;parameters.</summary>
    public static bool IsGrpc(string? contentType)
    {
        if (contentType is null || !contentType.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return contentType.Length == ContentType.Length || contentType[ContentType.Length] is '+' or ';' or ' ';
    }
}
