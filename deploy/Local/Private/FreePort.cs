using System.Net;
using System.Net.Sockets;

namespace InfoSharing.Local.Private;

/// <summary>
/// Ports on loopback that nobody listens on just now, from below those that the system gives to connections: one of those may be a connection's before it is used.
/// </summary>
internal static class FreePort
{
    private const int First = 10_000;
    private const int End = 20_000;
    private const int MostTries = 1000;

    /// <summary>So many, all different.</summary>
    internal static IReadOnlyList<int> Take(int count)
    {
        var listeners = new List<TcpListener>(count);
        try
        {
            for (var tries = 0; listeners.Count < count; tries++)
            {
                if (tries == MostTries) throw new IOException($"There are no {count} free ports from {First} to {End - 1}.");
                if (ListenerOn(Random.Shared.Next(First, End)) is { } listener) listeners.Add(listener);
            }
            return [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            foreach (var listener in listeners) listener.Dispose();
        }
    }

    /// <summary>True where nobody listens on a port just now.</summary>
    internal static bool Is(int port)
    {
        using var listener = ListenerOn(port);
        return listener is not null;
    }

    private static TcpListener? ListenerOn(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException)
        {
            listener.Dispose();
            return null; // somebody has it
        }
    }
}
