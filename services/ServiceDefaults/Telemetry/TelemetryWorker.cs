using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace InfoSharing.ServiceDefaults.Telemetry;

/// <summary>Exports while the process runs, where a collector is named.</summary>
internal sealed class TelemetryWorker(IOptions<TelemetryOptions> options) : IHostedService, IDisposable
{
    private TelemetryExport? _export;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Endpoint.Length > 0) _export = new(new Uri(options.Value.Endpoint), options.Value.Service);
        return Task.CompletedTask;
    }

    // A collector that is gone is given its seconds on a thread of the pool.
    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(Dispose, CancellationToken.None);

    public void Dispose() => Interlocked.Exchange(ref _export, null)?.Dispose();
}
