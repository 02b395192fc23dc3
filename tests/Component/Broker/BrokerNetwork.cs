using InfoSharing.Local.Private;
using InfoSharing.Tests.Component.Delivery;
using InfoSharing.Tests.Component.Parcels;

namespace InfoSharing.Tests.Component.Broker;

/// <summary>Leeds and Sandwell on a broker.</summary>
internal sealed class BrokerNetwork : IAsyncDisposable
{
    private BrokerNetwork(PreparedHost host, Network network) => (Host, Network) = (host, network);

    internal PreparedHost Host { get; }

    internal Network Network { get; }

    internal Side Leeds => Network.Leeds;

    internal Side Sandwell => Network.Sandwell;

    /// <summary>Makes it; the sides are started by the test.</summary>
    internal static async Task<BrokerNetwork> Make(Agencies agencies, PrivateBroker broker, TimeProvider? time = null)
    {
        var host = await PreparedHost.Make(broker, [.. agencies.All.Select(one => one.Agency)]);
        var network = await Network.Make(agencies, time ?? TimeProvider.System);
        foreach (var side in new[] { network.Leeds, network.Sandwell })
            foreach (var (name, value) in host.SettingsOf(side.Name)) side.Settings[name] = value;
        return new(host, network);
    }

    internal static async Task<BrokerNetwork> Running(Agencies agencies, PrivateBroker broker)
    {
        var network = await Make(agencies, broker);
        await network.Leeds.Start();
        await network.Sandwell.Start();
        return network;
    }

    public async ValueTask DisposeAsync()
    {
        await Network.DisposeAsync();
        await Host.DisposeAsync();
    }
}
