using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace InfoSharing.Tests.Interop.Official;

/// <summary>The official interoperability server of ruby-grpc, running.</summary>
internal sealed class RubyServer(Process process, int port, string folder) : IAsyncDisposable
{
    public int Port => port;

    /// <summary>Done when it takes connections.</summary>
    public async Task Ready()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException($"The ruby server ended: {await process.StandardError.ReadToEndAsync(patience.Token)}");
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port, patience.Token);
                return;
            }
            catch (SocketException) // not listening yet: another process, which tells no one when it does
            {
                await Task.Delay(50, patience.Token);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
