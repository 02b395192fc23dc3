using System.Net;
using System.Net.Sockets;

namespace InfoSharing.Tests.Component.Ledger;

/// <summary>A port of loopback that is held and not listened on: who connects is refused, and no test that runs beside this one can take it.</summary>
internal sealed class SilentPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    internal SilentPort() => _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    internal int Number => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    public void Dispose() => _socket.Dispose();
}
