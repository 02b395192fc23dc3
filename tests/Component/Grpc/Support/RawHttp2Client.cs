using System.Net;
using System.Net.Sockets;

namespace InfoSharing.Tests.Rpc;

/// <summary>A client of raw frames on one connection, one stream at a time.</summary>
internal sealed class RawHttp2Client : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Socket socket;
    private readonly NetworkStream stream;
    private int next = 1;

    private RawHttp2Client(Socket socket)
    {
        this.socket = socket;
        stream = new NetworkStream(socket);
    }

    public static async Task<RawHttp2Client> ConnectAsync(Uri server)
    {
        var connected = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await connected.ConnectAsync(IPAddress.Loopback, server.Port);
        var client = new RawHttp2Client(connected);
        // No table for headers, so that they can be read without one; a window that never shuts.
        byte[] settings = [0, 1, 0, 0, 0, 0, 0, 4, 0x7F, 0xFF, 0xFF, 0xFF];
        await client.stream.WriteAsync((byte[])[.. Http2Frame.Preface, .. new Http2Frame(Http2Frame.Settings, 0, 0, settings).ToBytes(), .. new Http2Frame(Http2Frame.WindowUpdate, 0, 0, Http2Frame.Number(0x7FFF_0000 - 65_535)).ToBytes()]);
        return client;
    }

    /// <summary>Sends a request and waits for its end.</summary>
    /// <param name="path">As in <c>:path</c>.</param>
    /// <param name="headers">Beside the pseudo-headers.</param>
    /// <param name="pieces">DATA frames, the last of which ends the stream.</param>
    /// <param name="chunk">Bytes of each write to the socket: frames are split and joined by it. Zero for one write.</param>
    /// <exception cref="TimeoutException">The stream does not end.</exception>
    public async Task<RawStreamEnd> SendAsync(string path, (string Name, string Value)[] headers, IReadOnlyList<byte[]> pieces, int chunk = 0)
    {
        var id = next;
        next += 2;
        var block = Hpack.Encode([(":method", "POST"), (":scheme", "http"), (":path", path), (":authority", "localhost"), .. headers]);
        using var bytes = new MemoryStream();
        for (var i = 0; i < block.Length; i += 16_384)
        {
            var part = block[i..Math.Min(i + 16_384, block.Length)];
            var flags = (i + 16_384 >= block.Length ? Http2Frame.EndHeaders : 0) | (i == 0 && pieces.Count == 0 ? Http2Frame.EndStream : 0);
            bytes.Write(new Http2Frame(i == 0 ? Http2Frame.Headers : Http2Frame.Continuation, (byte)flags, id, part).ToBytes());
        }

        for (var i = 0; i < pieces.Count; i++)
        {
            bytes.Write(new Http2Frame(Http2Frame.Data, i == pieces.Count - 1 ? Http2Frame.EndStream : (byte)0, id, pieces[i]).ToBytes());
        }

        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var reading = EndAsync(id, patience.Token);
            await WriteAsync(bytes.ToArray(), chunk, patience.Token);
            return await reading;
        }
        catch (OperationCanceledException exception) // the patience is over: named for what it is
        {
            throw new TimeoutException($"Stream {id} did not end.", exception);
        }
    }

    /// <summary>Sends a PING and gives the answer's payload.</summary>
    public async Task<byte[]> PingAsync(byte[] payload)
    {
        using var patience = new CancellationTokenSource(Patience);
        await stream.WriteAsync(new Http2Frame(Http2Frame.Ping, 0, 0, payload).ToBytes(), patience.Token);
        while (await Http2Frame.ReadAsync(stream, patience.Token) is { } frame)
        {
            if (frame.Type == Http2Frame.Ping && frame.Has(Http2Frame.Ack))
            {
                return frame.Payload;
            }
        }

        throw new IOException("The server closed the connection.");
    }

    public void Dispose()
    {
        stream.Dispose();
        socket.Dispose();
    }

    private async Task WriteAsync(byte[] bytes, int chunk, CancellationToken cancellationToken)
    {
        try
        {
            for (var i = 0; i < bytes.Length; i += chunk == 0 ? bytes.Length : chunk)
            {
                await stream.WriteAsync(bytes.AsMemory(i, chunk == 0 ? bytes.Length : Math.Min(chunk, bytes.Length - i)), cancellationToken);
            }
        }
        catch (IOException) // the server closed the connection, which the reader tells
        {
        }
    }

    private async Task<RawStreamEnd> EndAsync(int id, CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, string>();
        using var body = new MemoryStream();
        try
        {
            while (await Http2Frame.ReadAsync(stream, cancellationToken) is { } frame)
            {
                if (frame.Type == Http2Frame.Settings && !frame.Has(Http2Frame.Ack))
                {
                    await stream.WriteAsync(new Http2Frame(Http2Frame.Settings, Http2Frame.Ack, 0, []).ToBytes(), cancellationToken);
                }
                else if (frame.Type == Http2Frame.GoAway)
                {
                    return new RawStreamEnd(headers, body.ToArray(), null, ConnectionClosed: true);
                }
                else if (frame.Stream == id)
                {
                    switch (frame.Type)
                    {
                        case Http2Frame.Headers:
                            foreach (var (name, value) in Hpack.Decode(frame.Payload))
                            {
                                headers[name] = value;
                            }

                            break;
                        case Http2Frame.Data:
                            body.Write(frame.Payload);
                            break;
                        case Http2Frame.Reset:
                            return new RawStreamEnd(headers, body.ToArray(), frame.Payload[3], false);
                    }

                    if (frame.Type is Http2Frame.Headers or Http2Frame.Data && frame.Has(Http2Frame.EndStream))
                    {
                        return new RawStreamEnd(headers, body.ToArray(), null, false);
                    }
                }
            }
        }
        catch (IOException) // as good as a close
        {
        }

        return new RawStreamEnd(headers, body.ToArray(), null, ConnectionClosed: true);
    }
}

/// <summary>How a raw stream ended.</summary>
internal sealed record RawStreamEnd(Dictionary<string, string> Headers, byte[] Body, int? ResetCode, bool ConnectionClosed)
{
    public string? Status => Headers.GetValueOrDefault("grpc-status");
}
