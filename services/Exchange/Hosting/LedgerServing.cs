using Grpc.AspNetCore.HealthChecks;
using InfoSharing.Exchange.Ledger;
using InfoSharing.ServiceDefaults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InfoSharing.Exchange.Hosting;

/// <summary>
/// Whether the ledger takes what it is given, under a name of its own. The service serves all the same: it says UNAVAILABLE in words, which is more than a closed
/// port does. Where the last write failed it is asked by writing that down: a full disk shows itself to nobody who only reads.
/// </summary>
internal sealed class LedgerServing(ILedger ledger) : IHealthCheck
{
    /// <summary>The name under which grpc.health.v1 gives it.</summary>
    internal const string Name = "infosharing.ledger";

    /// <summary>The kind of the record that the storage had failed and takes again.</summary>
    internal const string Kind = "storage-takes-again";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly Lock _gate = new();
    private Task _asking = Task.CompletedTask;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await ledger.HeadAsync(cancellationToken).WaitAsync(Patience, TimeProvider.System, cancellationToken);
            if (ledger.IsFailing) await Asking().WaitAsync(Patience, TimeProvider.System, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (failure is LedgerUnavailableException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy("The ledger's storage is full or down: nothing is taken until it is mended.");
        }
    }

    /// <summary>Registers it.</summary>
    internal static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<LedgerServing>(); // what it asks goes on from one look to the next
        services.AddHealthChecks().AddCheck<LedgerServing>(Name, tags: [ServiceDefaultsExtensions.SpeaksForItself]);
        services.Configure<GrpcHealthChecksOptions>(health => health.Services.Map(Name, check => check.Name == Name));
    }

    // One at a time: each may wait longer than whoever looks.
    private Task Asking()
    {
        lock (_gate) return _asking.IsCompleted ? _asking = ledger.AppendAsync(new() { Rows = new() { Audits = [new(null, 0, Kind, [])] } }, CancellationToken.None) : _asking;
    }
}
