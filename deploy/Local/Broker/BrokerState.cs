namespace InfoSharing.Local.Broker;

/// <summary>What a broker has of a virtual host.</summary>
internal sealed record BrokerState(
    string VirtualHost, bool Exists, IReadOnlyList<BrokerUser> Users, IReadOnlyList<BrokerRights> Rights, IReadOnlyList<NamedThing> Exchanges, IReadOnlyList<BrokerQueue> Queues, IReadOnlyList<BrokerBinding> Bindings)
{
    /// <summary>Asks for it.</summary>
    internal static async Task<BrokerState> ReadAsync(ManagementApi api, string host, CancellationToken stop)
    {
        var hosts = await api.ListAsync<NamedThing>(ManagementApi.Path("vhosts"), stop);
        var users = await api.ListAsync<BrokerUser>(ManagementApi.Path("users"), stop);
        if (hosts.All(one => one.Name != host)) return new(host, false, users, [], [], [], []);
        return new(
            host, true, users,
            await api.ListAsync<BrokerRights>(ManagementApi.Path("vhosts", host, "permissions"), stop),
            await api.ListAsync<NamedThing>(ManagementApi.Path("exchanges", host), stop),
            await api.ListAsync<BrokerQueue>(ManagementApi.Path("queues", host), stop),
            await api.ListAsync<BrokerBinding>(ManagementApi.Path("bindings", host), stop));
    }
}
