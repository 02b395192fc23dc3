using System.Diagnostics.Metrics;
using InfoSharing.Exchange.Delivery.Dispatch;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Telemetry;
using InfoSharing.V1;
using Microsoft.Extensions.Hosting;

namespace InfoSharing.Exchange.Delivery;

/// <summary>
/// What waits in the ledger, by lane, and what is quarantined: asked of the ledger every ten seconds while somebody listens, and never by the listener's own thread. Replicas of an
/// agency share a ledger, and each says the same of it: take the greatest, not the sum. Parcels on their way are each process's own.
/// </summary>
internal sealed class QueueMeters : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private static readonly Parcel.Types.Lane[] All = [Parcel.Types.Lane.AlertsAndAnswers, Parcel.Types.Lane.Transfers, Parcel.Types.Lane.Documents];

    private readonly ILedger _ledger;
    private readonly TimeProvider _clock;
    private readonly ObservableGauge<long> _waiting;
    private readonly KeyValuePair<string, object?> _whose;
    private volatile Waits? _last;

    /// <summary>Makes the instruments.</summary>
    public QueueMeters(IMeterFactory meters, AgencyKeys us, ILedger ledger, OnItsWay onItsWay, TimeProvider clock)
    {
        (_ledger, _clock, _whose) = (ledger, clock, StepTimes.Of(us.Agency));
        var meter = meters.Create(DeliveryMeters.Name);
        _waiting = meter.CreateObservableGauge("infosharing.queue.waiting", () => ByLane(lane => _last?.Of(lane)?.Waiting ?? 0), "{message}", "Messages without a receipt, by lane.");
        meter.CreateObservableGauge("infosharing.queue.age", () => ByLane(lane => _last?.Of(lane) is { } waits ? Math.Max(0, (_clock.GetUtcNow() - waits.Since).TotalSeconds) : 0), "s", "How long the oldest message without a receipt has waited, by lane; 0 where none waits.");
        meter.CreateObservableGauge("infosharing.queue.in_flight", () => ByLane(onItsWay.Count), "{parcel}", "Parcels of this process that are on their way and not wholly receipted, by lane.");
        meter.CreateObservableGauge("infosharing.quarantine.entries", () => new Measurement<long>(_last?.Quarantined ?? 0, _whose), "{entry}", "What is kept and was not believed.");
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (_waiting.Enabled) await LookAsync(stoppingToken);
            await Task.Delay(Every, _clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync(CancellationToken stop)
    {
        try
        {
            _last = await _ledger.WaitsAsync(stop);
        }
        catch (Exception failure) when (failure is LedgerUnavailableException or OperationCanceledException)
        {
            // Whoever writes says so; meanwhile what was seen last stands.
        }
    }

    private IEnumerable<Measurement<T>> ByLane<T>(Func<Parcel.Types.Lane, T> value)
        where T : struct => All.Select(lane => new Measurement<T>(value(lane), _whose, new KeyValuePair<string, object?>("infosharing.lane", Lanes.NameOf(lane))));
}
