using System.Collections.Concurrent;
using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Parcels.Sealing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Lane = InfoSharing.V1.Parcel.Types.Lane;

namespace InfoSharing.Exchange.Reconciling;

/// <summary>
/// Begins comparisons: while the ledger is in doubt, with each partner until that is settled; and each hour with every partner that it knows, of the two agencies the one whose
/// id comes first. What happened within the last minutes is left out then: it may be on its way.
/// </summary>
internal sealed class Reconciler : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (long At, int Times, long TakenBack)> _asked = [];
    private readonly ILedger _ledger;
    private readonly AgencyKeys _us;
    private readonly IPartnerKeys _partners;
    private readonly IParcelCarrier _carrier;
    private readonly Rounds _rounds;
    private readonly TimeProvider _clock;
    private readonly ILogger<Reconciler> _log;
    private readonly ReconcilingOptions _options;
    private DateTimeOffset _nextHour;
    private int _saidInDoubt;

    /// <summary>Makes it; the host starts it.</summary>
    public Reconciler(ILedger ledger, AgencyKeys us, IPartnerKeys partners, IParcelCarrier carrier, Rounds rounds, IOptions<ReconcilingOptions> options, TimeProvider clock, ILogger<Reconciler> log)
    {
        (_ledger, _us, _partners, _carrier, _rounds, _clock, _log, _options) = (ledger, us, partners, carrier, rounds, clock, log, options.Value);
        _nextHour = clock.GetUtcNow() + TimeSpan.FromMinutes(_options.EveryMinutes);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (_carrier.IsReachable) await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException) // full, down or a fault of ours: it outlives it, and looks again
            {
                ReconcilingLog.Failed(_log, failure.GetType().Name);
            }
            await Task.Delay(Look, _clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync(CancellationToken stop)
    {
        var now = _clock.GetUtcNow();
        if (_ledger.Doubts.RestoredAt is not null) await AskThoseInDoubtAsync(stop);
        if (now < _nextHour) return;
        _nextHour = now + TimeSpan.FromMinutes(_options.EveryMinutes);
        foreach (var partner in _partners.Agencies)
            if (string.CompareOrdinal(_us.Agency, partner) < 0 && !_ledger.Doubts.With(partner) && await _ledger.KnowsAsync(partner, stop))
                await _rounds.BeginAsync(partner, IdSpan.Between(now.AddDays(-_options.Days), now - OnItsWay), Lane.AlertsAndAnswers, stop);
    }

    private async Task AskThoseInDoubtAsync(CancellationToken stop)
    {
        if (_ledger.IsShared) await _ledger.LookForDoubtsAsync(stop);
        var inDoubt = _partners.Agencies.Where(partner => partner != _us.Agency && _ledger.Doubts.With(partner)).ToList();
        if (inDoubt.Count != _saidInDoubt && inDoubt.Count > _saidInDoubt) ReconcilingLog.InDoubt(_log, inDoubt.Count);
        _saidInDoubt = inDoubt.Count;
        foreach (var partner in inDoubt)
        {
            var (at, times, had) = _asked.GetValueOrDefault(partner);
            var seen = _rounds.SeenOf(partner);
            if (seen.TakenBack > had) times = Math.Min(times, 1);
            if (times > 0 && (_clock.GetElapsedTime(at) < WaitAfter(times) || seen.WasHeardWithin(WaitAfter(1), _clock))) continue;
            _asked[partner] = (_clock.GetTimestamp(), times + 1, seen.TakenBack);
            await _rounds.BeginAsync(partner, _rounds.InDoubt, Lane.AlertsAndAnswers, stop);
        }
    }

    private TimeSpan WaitAfter(int times)
    {
        var wait = TimeSpan.FromSeconds(_options.AskAgainSeconds) * Math.Pow(2, Math.Min(times - 1, 10));
        return wait < LongestWait ? wait : LongestWait;
    }
}
