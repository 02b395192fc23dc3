using InfoSharing.Exchange.Delivery.Bus.Rabbit;

namespace InfoSharing.Local.Broker;

/// <summary>
/// Prepares a broker for the agencies of a directory. 1. It is asked what is there. 2. What is missing is made. The administrator has rights in the
/// virtual host while that goes on, and no longer: making something needs them. Run again it finds nothing to do.
/// </summary>
internal sealed class BrokerPreparation(BrokerAdministrator administrator, BrokerPasswords passwords, QueueKind queues = QueueKind.Quorum, string virtualHost = BrokerNames.DefaultVirtualHost)
{
    /// <summary>Prepares it, or only says what it would do.</summary>
    internal async Task<BrokerPlan> RunAsync(IReadOnlyList<string> agencies, bool dryRun, CancellationToken stop)
    {
        using var api = new ManagementApi(administrator);
        var there = await BrokerState.ReadAsync(api, virtualHost, stop); // 1
        var plan = BrokerPlan.Of(agencies, there, passwords, queues, administrator.User);
        if (!dryRun && plan.Changes.Count > 0) await MakeAsync(api, there, plan, stop); // 2
        return plan;
    }

    private async Task MakeAsync(ManagementApi api, BrokerState there, BrokerPlan plan, CancellationToken stop)
    {
        var ours = ManagementApi.Path("permissions", virtualHost, administrator.User);
        var hadRights = there.Rights.Any(rights => rights.User == administrator.User);
        if (!there.Exists) await plan.Changes[0].MakeAsync(api, stop);
        try
        {
            if (!hadRights) await api.PutAsync(ours, new { Configure = ".*", Write = ".*", Read = ".*" }, stop);
            foreach (var change in plan.Changes.Skip(there.Exists ? 0 : 1)) await change.MakeAsync(api, stop);
        }
        finally
        {
            if (!hadRights) await api.DeleteAsync(ours, CancellationToken.None);
        }
    }
}
