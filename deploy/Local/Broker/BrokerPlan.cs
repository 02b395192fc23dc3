using InfoSharing.Exchange.Delivery.Bus.Rabbit;

namespace InfoSharing.Local.Broker;

/// <summary>What agencies need of a broker, in words and as it is told to the broker; only what is not there yet.</summary>
internal sealed class BrokerPlan
{
    private readonly List<BrokerChange> _changes = [];
    private readonly List<string> _notices = [];
    private readonly string _host;

    private BrokerPlan(string host) => _host = host;

    /// <summary>What is to be made or changed, in order.</summary>
    internal IReadOnlyList<BrokerChange> Changes => _changes;

    /// <summary>What somebody should look at, and this does not touch.</summary>
    internal IReadOnlyList<string> Notices => _notices;

    /// <summary>Compares what is there with what the agencies need.</summary>
    internal static BrokerPlan Of(IReadOnlyList<string> agencies, BrokerState there, BrokerPasswords passwords, QueueKind queues, string administrator)
    {
        var plan = new BrokerPlan(there.VirtualHost);
        if (!there.Exists) plan.Put("", "virtual host", ManagementApi.Path("vhosts", plan._host), () => new { });
        foreach (var agency in agencies) plan.AddUser(agency, there, passwords);
        foreach (var agency in agencies) plan.AddPlaces(agency, there, queues);
        foreach (var agency in agencies) plan.AddBindings(agency, agencies, there);
        plan.Notice(agencies, there, administrator);
        return plan;
    }

    private void AddUser(string agency, BrokerState there, BrokerPasswords passwords)
    {
        var user = there.Users.FirstOrDefault(user => user.Name == agency);
        if (!passwords.Fits(agency, user?.PasswordHash))
            Put(agency, user is null ? "user" : "password", ManagementApi.Path("users", agency), () => new { PasswordHash = passwords.HashOf(agency), HashingAlgorithm = "rabbit_password_hashing_sha256", Tags = "" });
        var rights = new BrokerRights(agency, BrokerNames.Nothing, BrokerNames.MayWrite(agency), BrokerNames.MayRead(agency));
        if (!there.Rights.Contains(rights)) Put(agency, "rights", ManagementApi.Path("permissions", _host, agency), () => new { rights.Configure, rights.Write, rights.Read });
    }

    private void AddPlaces(string agency, BrokerState there, QueueKind queues)
    {
        var exchange = BrokerNames.ExchangeOf(agency);
        if (there.Exchanges.All(one => one.Name != exchange)) Put(agency, "exchange", ManagementApi.Path("exchanges", _host, exchange), () => new { Type = "direct", Durable = true });
        var kind = queues == QueueKind.Quorum ? "quorum" : "classic";
        foreach (var queue in BrokerNames.Lanes.Select(lane => BrokerNames.QueueOf(agency, lane)))
        {
            if (there.Queues.FirstOrDefault(one => one.Name == queue) is { } found)
            {
                if (found.Type is { } type && type != kind) _notices.Add($"{queue} is a {type} queue, and {kind} was asked for: a queue's kind cannot be changed. Remove it while its agency is stopped, and run this again; what lay in it is sent again.");
                continue;
            }
            Put(agency, "queue", ManagementApi.Path("queues", _host, queue), () => new { Durable = true, Arguments = new Dictionary<string, string> { ["x-queue-type"] = kind } });
        }
    }

    private void AddBindings(string agency, IReadOnlyList<string> agencies, BrokerState there)
    {
        var exchange = BrokerNames.ExchangeOf(agency);
        foreach (var queue in from other in agencies where other != agency from lane in BrokerNames.Lanes select BrokerNames.QueueOf(other, lane))
        {
            if (there.Bindings.Contains(new(exchange, queue, queue))) continue;
            var path = ManagementApi.Path("bindings", _host, "e", exchange, "q", queue);
            _changes.Add(new(agency, "binding", (api, stop) => api.PostAsync(path, new { RoutingKey = queue }, stop)));
        }
    }

    private void Notice(IReadOnlyList<string> agencies, BrokerState there, string administrator)
    {
        foreach (var rights in there.Rights.Where(rights => rights.User != administrator && !agencies.Contains(rights.User)))
            _notices.Add($"{rights.User} has rights in the virtual host {_host} and is no agency of the directory: take them away, unless you know why.");
        foreach (var binding in there.Bindings.Where(binding => binding.Source.Length > 0 && !agencies.Contains(BrokerNames.SenderOf(binding.Source))))
            _notices.Add($"{binding.Source}, which is no agency's exchange, is bound to {binding.Destination}: what comes through it is quarantined. Remove it, unless you know why.");
    }

    private void Put(string agency, string what, string path, Func<object> content) => _changes.Add(new(agency, what, (api, stop) => api.PutAsync(path, content(), stop)));
}
