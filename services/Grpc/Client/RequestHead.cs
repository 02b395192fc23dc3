using System.Net;
using System.Reflection;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>Request headers (PROTOCOL-HTTP2 "Requests").</summary>
internal static class RequestHead
{
    private static readonly string UserAgent =
        $"grpc-dotnet-infosharing/{typeof(RequestHead).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()?.Version ?? "0"} (.NET {Environment.Version})";

    public static HttpRequestMessage Create(Uri address, string? host, HttpContent content, string acceptedEncodings)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            // Exactly HTTP/2: with prior knowledge where there is no TLS, by ALPN where there is.
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        content.Headers.Clear(); // those of an attempt before
        content.Headers.TryAddWithoutValidation("content-type", GrpcHeaders.ContentType);
        request.Headers.TryAddWithoutValidation("te", "trailers");
        request.Headers.TryAddWithoutValidation("user-agent", UserAgent);
        request.Headers.TryAddWithoutValidation(GrpcHeaders.AcceptEncoding, acceptedEncodings);
        request.Headers.Host = host;
        return request;
    }

    public static void Add(HttpRequestMessage request, Metadata metadata)
    {
        foreach (var entry in metadata)
        {
            if (ReservedHeaders.IsNotSent(entry.Key))
            {
                continue;
            }

            // The HTTP client keeps some names, such as "expires", for the headers of contents.
            var value = SentMetadata.Value(entry);
            if (!request.Headers.TryAddWithoutValidation(entry.Key, value))
            {
                request.Content!.Headers.TryAddWithoutValidation(entry.Key, value);
            }
        }
    }
}
