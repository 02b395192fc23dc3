namespace InfoSharing.Local.Private;

/// <summary>A private broker's ports, all on loopback.</summary>
/// <param name="Amqp">Where agencies connect.</param>
/// <param name="Management">Where it is administered.</param>
/// <param name="Node">Where its tools reach the node.</param>
/// <param name="Mapper">Where those ask for the node.</param>
internal sealed record PrivateBrokerPorts(int Amqp, int Management, int Node, int Mapper)
{
    /// <summary>Four that are free.</summary>
    internal static PrivateBrokerPorts Free()
    {
        var ports = FreePort.Take(4);
        return new(ports[0], ports[1], ports[2], ports[3]);
    }
}
