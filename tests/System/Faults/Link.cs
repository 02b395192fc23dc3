using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace InfoSharing.Tests.SystemLane.Faults;

/// <summary>A way through the network between an agency and a server, which can be cut, and be slow. It finds the server anew for each connection.</summary>
internal sealed class Link : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, bool> _open = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<int> _target;
    private readonly Task _taking;

    /// <param name="target">Where the server listens just now.</param>
    internal Link(Func<int> target)
    {
        _target = target;
        _listener.Start();
        _taking = TakeAsync();
    }

    /// <summary>Where agencies connect.</summary>
    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How long each piece of what goes through it takes, either way.</summary>
    internal TimeSpan Delay { get; set; }

    /// <summary>Ends all connections, as a switch does that is turned off: nobody says goodbye.</summary>
    internal void Cut()
    {
        foreach (var socket in _open.Keys) socket.Close(timeout: 0);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        Cut();
        await _taking;
        _stop.Dispose();
    }

    private async Task TakeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = CarryAsync(await _listener.AcceptSocketAsync(_stop.Token));
            }
            catch (Exception over) when (over is OperationCanceledException or SocketException)
            {
                // Stopped, or whoever came has gone again.
            }
        }
    }

    private async Task CarryAsync(Socket agency)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        agency.NoDelay = true;
        _open[agency] = _open[server] = true;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _target(), _stop.Token);
            await Task.WhenAny(PumpAsync(agency, server), PumpAsync(server, agency));
        }
        catch (Exception away) when (away is SocketException or IOException or OperationCanceledException or ObjectDisposedException or FormatException or ArgumentException or InvalidOperationException)
        {
            // The server is away, or the link was cut.
        }
        _open.TryRemove(agency, out _);
        _open.TryRemove(server, out _);
        agency.Dispose();
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[65_536];
        while (await from.ReceiveAsync(buffer, _stop.Token) is var read and > 0)
        {
            if (Delay > TimeSpan.Zero) await Task.Delay(Delay, TimeProvider.System, _stop.Token);
            for (var sent = 0; sent < read;) sent += await to.SendAsync(buffer.AsMemory(sent, read - sent), _stop.Token);
        }
    }
}
