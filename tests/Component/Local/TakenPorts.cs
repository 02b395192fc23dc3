using System.Net;
using System.Net.Sockets;
using InfoSharing.Exchange.Development;

namespace InfoSharing.Tests.Component.Local;

/// <summary>Two ports in a row that somebody listens on, with room for a whole network from the first one.</summary>
internal sealed class TakenPorts : IDisposable
{
    private const int Tries = 100;
    private const int Ports = 65536;
    private readonly TcpListener _first;
    private readonly TcpListener _second;

    internal TakenPorts()
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            _first = Listening(0)!;
            First = ((IPEndPoint)_first.LocalEndpoint).Port;
            if (First + DevelopmentNetwork.Agencies.Count <= Ports && Listening(Second) is { } second)
            {
                _second = second;
                return;
            }
            _first.Dispose();
        }
        throw new InvalidOperationException("No two ports in a row were to be had.");
    }

    internal int First { get; }

    internal int Second => First + 1;

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    private static TcpListener? Listening(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException) when (port > 0) // another test has it
        {
            listener.Dispose();
            return null;
        }
    }
}
