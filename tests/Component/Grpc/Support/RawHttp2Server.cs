using System.Net;
using System.Net.Sockets;
using Google.Protobuf;

namespace InfoSharing.Tests.Rpc;

/// <summary>A server of raw frames: a script for each connection, in the order in which they come.</summary>
internal sealed class RawHttp2Server : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task running;

    public RawHttp2Server(params Func<RawHttp2Connection, Task>[] scripts)
    {
        listener.Start();
        running = RunAsync(scripts);
    }

    public Uri Address => new($"http://{listener.LocalEndpoint}");

    public int Connections { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await running;
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task RunAsync(Func<RawHttp2Connection, Task>[] scripts)
    {
        var served = new List<Task>();
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync(stopping.Token);
                served.Add(ServeAsync(socket, scripts[Math.Min(Connections++, scripts.Length - 1)]));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException && stopping.IsCancellationRequested) // the end of the test
        {
            await Task.WhenAll(served);
        }
    }

    private async Task ServeAsync(Socket socket, Func<RawHttp2Connection, Task> script)
    {
        using (socket)
        {
            await using var stream = new NetworkStream(socket);
            try
            {
                var preface = new byte[Http2Frame.Preface.Length];
                await stream.ReadExactlyAsync(preface, stopping.Token);
                await stream.WriteAsync(new Http2Frame(Http2Frame.Settings, 0, 0, []).ToBytes(), stopping.Token);
                await script(new RawHttp2Connection(stream, stopping.Token));
                // Closed with something unread, a socket resets, and what was sent last may be lost on its way: the client closes first.
                socket.Shutdown(SocketShutdown.Send);
                while (await stream.ReadAsync(preface, stopping.Token) > 0)
                {
                }
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException) // the client, or the test, has gone
            {
            }
        }
    }
}

/// <summary>A connection that a script serves.</summary>
internal sealed class RawHttp2Connection(Stream stream, CancellationToken stopping)
{
    /// <summary>Whether PINGs are answered.</summary>
    public bool AnswersPings { get; set; } = true;

    /// <summary>The stream of the next request whose body has ended; answers settings and pings on the way. Null when the client closed.</summary>
    public async Task<int?> RequestAsync()
    {
        while (await Http2Frame.ReadAsync(stream, stopping) is { } frame)
        {
            if (frame.Type == Http2Frame.Settings && !frame.Has(Http2Frame.Ack))
            {
                await SendAsync(new Http2Frame(Http2Frame.Settings, Http2Frame.Ack, 0, []));
            }
            else if (frame.Type == Http2Frame.Ping && !frame.Has(Http2Frame.Ack) && AnswersPings)
            {
                await SendAsync(frame with { Flags = Http2Frame.Ack });
            }
            else if (frame.Type is Http2Frame.Headers or Http2Frame.Data && frame.Has(Http2Frame.EndStream))
            {
                return frame.Stream;
            }
        }

        return null;
    }

    /// <summary>Answers a unary call.</summary>
    public async Task AnswerAsync(int id, IMessage reply)
    {
        await SendAsync(new Http2Frame(Http2Frame.Headers, Http2Frame.EndHeaders, id, Hpack.Encode((":status", "200"), ("content-type", "application/grpc"))));
        await SendAsync(new Http2Frame(Http2Frame.Data, 0, id, RawCall.Frame(reply)));
        await SendAsync(new Http2Frame(Http2Frame.Headers, Http2Frame.EndHeaders | Http2Frame.EndStream, id, Hpack.Encode(("grpc-status", "0"))));
    }

    /// <summary>Says that no stream after this one is served.</summary>
    public Task GoAwayAsync(int last) => SendAsync(new Http2Frame(Http2Frame.GoAway, 0, 0, [.. Http2Frame.Number(last), .. Http2Frame.Number(0)]));

    public Task ResetAsync(int id, int code) => SendAsync(new Http2Frame(Http2Frame.Reset, 0, id, Http2Frame.Number(code)));

    private Task SendAsync(Http2Frame frame) => stream.WriteAsync(frame.ToBytes(), stopping).AsTask();
}
