using InfoSharing.Exchange.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Escalating;

/// <summary>Looks at clocks while the agency runs. Of several processes on one ledger one looks at a time, for its cost's sake; that nothing is said twice rests on the ledger.</summary>
internal sealed class EscalationWorker(EscalationPass pass, ILedger ledger, IOptions<EscalationOptions> options, TimeProvider clock, ILogger<EscalationWorker> log) : BackgroundService
{
    private const string Work = "escalations";

    private readonly TimeSpan _look = TimeSpan.FromSeconds(options.Value.LookSeconds);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(_look, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) return;
            try
            {
                if (await ledger.LeaseAsync(Work, 3 * _look, stoppingToken) && await pass.RunAsync(stoppingToken) is var written and > 0) EscalationLog.Told(log, written);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException) // full, down or a fault of ours: clocks run on, and are looked at again
            {
                EscalationLog.LookFailed(log, failure.GetType().Name);
            }
        }
    }
}
