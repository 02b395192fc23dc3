using System.Net;
using System.Net.Sockets;

namespace InfoSharing.Local.Private;

/// <summary>Ports on loopback that nobody listens on just now.</summary>
internal static class FreePort
{
    /// <summary>So many, all different.</summary>
    internal static IReadOnlyList<int> Take(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        try
        {
            foreach (var listener in listeners) listener.Start();
            return [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            foreach (var listener in listeners) listener.Dispose();
        }
    }
}
