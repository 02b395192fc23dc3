using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server;

internal static class PeerAddress
{
    /// <summary>The peer as gRPC names addresses (naming.md): <c>ipv4:a:port</c>, <c>ipv6:[a]:port</c>, else <c>unknown</c>.</summary>
    public static string Of(ConnectionInfo connection) => connection.RemoteIpAddress switch
    {
        null => "unknown",
        { AddressFamily: AddressFamily.InterNetworkV6 } address => $"ipv6:[{address}]:{connection.RemotePort}",
        var address => $"ipv4:{address}:{connection.RemotePort}",
    };
}
