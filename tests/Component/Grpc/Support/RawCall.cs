using System.Buffers.Binary;
using System.Net;
using Google.Protobuf;

namespace InfoSharing.Tests.Rpc;

/// <summary>Requests made by hand, for what no client of ours would send.</summary>
internal static class RawCall
{
    public const string Say = "/infosharing.tests.grpc.Echo/Say";
    public const string Repeat = "/infosharing.tests.grpc.Echo/Repeat";

    public static byte[] Frame(IMessage message) => Frame(message.ToByteArray());

    public static byte[] Frame(byte[] payload, byte flag = 0, uint? length = null)
    {
        var frame = new byte[payload.Length + 5];
        frame[0] = flag;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), length ?? (uint)payload.Length);
        payload.CopyTo(frame.AsSpan(5));
        return frame;
    }

    public static Task<RawReply> SendAsync(Uri server, string path, byte[] body, params (string Name, string Value)[] headers) =>
        SendAsync(server, path, new BytesContent(body, body.Length), headers);

    public static async Task<RawReply> SendAsync(Uri server, string path, HttpContent content, params (string Name, string Value)[] headers)
    {
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        using var request = Request(server, path, content, headers);
        using var response = await http.SendAsync(request, CancellationToken.None);
        var body = await response.Content.ReadAsByteArrayAsync();
        return new RawReply(
            (int)response.StatusCode,
            body,
            response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value)),
            response.TrailingHeaders.ToDictionary(header => header.Key, header => string.Join(',', header.Value)));
    }

    public static HttpRequestMessage Request(Uri server, string path, byte[] body, params (string Name, string Value)[] headers) =>
        Request(server, path, new BytesContent(body, body.Length), headers);

    private static HttpRequestMessage Request(Uri server, string path, HttpContent content, (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, path)) { Content = content, Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        content.Headers.TryAddWithoutValidation("content-type", "application/grpc");
        foreach (var (name, value) in headers)
        {
            if (name == "content-type")
            {
                content.Headers.Remove(name);
                content.Headers.TryAddWithoutValidation(name, value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }
}

internal sealed record RawReply(int HttpStatus, byte[] Body, Dictionary<string, string> Headers, Dictionary<string, string> Trailers)
{
    public string? Status => Trailers.GetValueOrDefault("grpc-status") ?? Headers.GetValueOrDefault("grpc-status");

    public string? Message => Trailers.GetValueOrDefault("grpc-message") ?? Headers.GetValueOrDefault("grpc-message");
}

/// <summary>A body in pieces, each its own DATA frame; without a length, so that a lie in a prefix is not caught by HTTP.</summary>
internal sealed class BytesContent(byte[] bytes, int pieceSize) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        for (var i = 0; i < bytes.Length; i += pieceSize)
        {
            await stream.WriteAsync(bytes.AsMemory(i, Math.Min(pieceSize, bytes.Length - i)));
            await stream.FlushAsync();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
