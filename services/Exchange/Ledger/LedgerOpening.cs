using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Ledger;

/// <summary>
/// Opens the ledger before anything stands on it, and has patience with a server that is not there yet: after a power cut everything starts at once, and an agency that
/// ends because its server is a minute behind makes whoever runs it look for a fault that is none.
/// </summary>
/// <param name="services">They hold the ledger, and open it when it is first asked for.</param>
/// <param name="options">How long it waits.</param>
/// <param name="clock">The clock of the pauses.</param>
/// <param name="log">Where it says what it waits for.</param>
internal sealed class LedgerOpening(IServiceProvider services, IOptions<LedgerOptions> options, TimeProvider clock, ILogger<AgencyLedger> log)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Returns when it is open.</summary>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="LedgerStartException">It cannot be opened: at once where somebody must act, else when its time is over.</exception>
    internal async Task OpenAsync(CancellationToken stop)
    {
        var (began, pause) = (clock.GetTimestamp(), FirstPause);
        for (string? said = null; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                services.GetRequiredService<ILedger>(); // a service that could not be made is made anew when it is asked for again
                if (said is not null) LedgerLog.Waited(log, clock.GetElapsedTime(began).TotalSeconds);
                return;
            }
            catch (LedgerStartException notYet) when (notYet.Awaited is not null && clock.GetElapsedTime(began) < Patience)
            {
                if (said != notYet.Awaited) LedgerLog.Waiting(log, said = notYet.Awaited, options.Value.StartSeconds);
            }
            await Task.Delay(pause, clock, stop);
        }
    }

    private TimeSpan Patience => TimeSpan.FromSeconds(options.Value.StartSeconds);
}
