using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>What response headers and trailers say (PROTOCOL-HTTP2 "Responses"; http-grpc-status-mapping.md).</summary>
internal static class ResponseHead
{
    /// <summary>
    /// The status of a response that has no messages; null when messages may follow. <c>grpc-status</c> beats the HTTP status.
    /// A 200 that is not gRPC is UNKNOWN, as the specification has it; the official client says CANCELLED.
    /// </summary>
    public static Status? Check(HttpResponseMessage response)
    {
        if (Find(response.Headers) is { } alone)
        {
            return alone;
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            return new Status(StatusMapping.FromHttp((int)response.StatusCode), $"Bad gRPC response. HTTP status code: {(int)response.StatusCode}");
        }

        return GrpcHeaders.IsGrpc(ContentType(response))
            ? null
            : new Status(StatusCode.Unknown, "Bad gRPC response. The content type is not application/grpc.");
    }

    /// <summary>The status after the last message. Absent is UNKNOWN, as the specification has it; the official client says CANCELLED.</summary>
    public static Status FinalStatus(HttpResponseMessage response) =>
        Find(response.TrailingHeaders) ?? new Status(StatusCode.Unknown, "No grpc-status found on response.");

    /// <summary>The trailers, which are the headers when they came alone.</summary>
    public static Metadata Trailers(HttpResponseMessage response) =>
        ResponseMetadata.Read(response.Headers.NonValidated.Contains(GrpcHeaders.Status) ? response.Headers : response.TrailingHeaders);

    /// <summary>What a server that refused a call says about trying again; null for nothing.</summary>
    public static string? Pushback(HttpResponseMessage response) =>
        Value(response.Headers, GrpcHeaders.RetryPushback) ?? Value(response.TrailingHeaders, GrpcHeaders.RetryPushback);

    public static string? Encoding(HttpResponseMessage response) => Value(response.Headers, GrpcHeaders.Encoding);

    private static Status? Find(HttpHeaders headers) =>
        Value(headers, GrpcHeaders.Status) is { } code
            ? new Status(StatusMapping.FromHeader(code), PercentEncoding.Decode(Value(headers, GrpcHeaders.Message) ?? ""))
            : null;

    private static string? ContentType(HttpResponseMessage response) => Value(response.Content.Headers, "content-type");

    private static string? Value(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
