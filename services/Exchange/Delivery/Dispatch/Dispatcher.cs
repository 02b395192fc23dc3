using System.Collections.Concurrent;
using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.V1;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Delivery.Dispatch;

/// <summary>
/// Looks for what is due, and calls the worker of its recipient and lane. It looks when something was committed, when receipts wait, when
/// a message falls due, and at the latest after a few seconds. When it has just found something it lets more gather first.
/// </summary>
internal sealed class Dispatcher : BackgroundService
{
    private const int BroughtAtOnce = 1000;
    private readonly ConcurrentDictionary<(string Recipient, Parcel.Types.Lane Lane), LaneWorker> _workers = [];
    private readonly ConcurrentBag<Task> _working = [];
    private readonly Wake _wake = new();
    private readonly ILedger _ledger;
    private readonly IParcelCarrier _carrier;
    private readonly ParcelSender _sender;
    private readonly OnItsWay _onItsWay;
    private readonly ReceiptsToGive _receipts;
    private readonly TimeProvider _clock;
    private readonly ILogger<Dispatcher> _log;
    private readonly TimeSpan _gather;
    private readonly TimeSpan _look;
    private DateTimeOffset? _nextDue;
    private long? _lookedAhead;

    /// <summary>Makes it; the host starts it.</summary>
    public Dispatcher(ILedger ledger, IParcelCarrier carrier, ParcelSender sender, OnItsWay onItsWay, ReceiptsToGive receipts, IOptions<DeliveryOptions> options, TimeProvider clock, ILogger<Dispatcher> log)
    {
        (_ledger, _carrier, _sender, _onItsWay, _receipts, _clock, _log) = (ledger, carrier, sender, onItsWay, receipts, clock, log);
        _gather = TimeSpan.FromMilliseconds(options.Value.GatherMilliseconds);
        _look = TimeSpan.FromSeconds(options.Value.LookSeconds);
    }

    /// <summary>Something that it cannot see has changed: the directory.</summary>
    internal void LookAgain() => _wake.Call();

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _onItsWay.WhenFreed = Freed;
        _receipts.WhenAdded = LookAgain;
        try
        {
            await LookUntilStoppedAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(_working);
        }
    }

    private async Task LookUntilStoppedAsync(CancellationToken stop)
    {
        var timeIsUp = true;
        while (true)
        {
            // Taken before looking, so that nothing committed meanwhile is missed.
            var committed = _ledger.Commits.Next;
            _wake.Take();
            var looked = _clock.GetUtcNow();
            var found = await LookAsync(looked, timeIsUp, stop);
            if (found && _gather > TimeSpan.Zero) await Task.Delay(_gather, _clock, stop);
            timeIsUp = await WaitAsync(committed, looked, stop);
        }
    }

    private async Task<bool> LookAsync(DateTimeOffset now, bool timeIsUp, CancellationToken stop)
    {
        if (!_carrier.IsReachable) return false;
        try
        {
            await BringForwardAsync(now, stop);
            if (timeIsUp) _nextDue = await _ledger.NextDueAsync(stop);
            var lanes = await _ledger.DueLanesAsync(now, stop);
            foreach (var due in lanes) WorkerOf(due.Recipient, (Parcel.Types.Lane)due.Lane, stop).Call();
            var agencies = _receipts.Agencies;
            foreach (var agency in agencies) WorkerOf(agency, Parcel.Types.Lane.AlertsAndAnswers, stop).Call();
            return lanes.Count + agencies.Count > 0;
        }
        catch (Exception failure) when (failure is not OperationCanceledException) // full, down or a fault of ours: the dispatcher outlives it, and looks again
        {
            DeliveryLog.LookFailed(_log, failure.GetType().Name);
            return false;
        }
    }

    // While a clock is ahead it notes times that are far away when it is right again; and nobody must wait for them.
    private async Task BringForwardAsync(DateTimeOffset now, CancellationToken stop)
    {
        if (_lookedAhead is { } before && _clock.GetElapsedTime(before) < _look) return;
        _lookedAhead = _clock.GetTimestamp();
        if (await _ledger.DueAfterAsync(now + ResendDelay.Beyond, BroughtAtOnce, stop) is not { Count: > 0 } far) return;
        DeliveryLog.BroughtForward(_log, far.Count);
        await _ledger.AppendAsync(new() { Rows = new() { Attempts = [.. far.Select(id => new AttemptRow(id, now))] } }, stop);
        if (far.Count == BroughtAtOnce) _lookedAhead = null;
    }

    // True where nothing but time has passed. Counted from the look: what fell due after it is not waited for.
    private async Task<bool> WaitAsync(Task committed, DateTimeOffset looked, CancellationToken stop)
    {
        var until = looked + _look;
        if (_nextDue > looked && _nextDue < until) until = _nextDue.Value;
        if (_onItsWay.NextExpiry(looked) is { } expiry && expiry < until) until = expiry;
        var now = _clock.GetUtcNow();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var timer = Task.Delay(until > now ? until - now : TimeSpan.Zero, _clock, over.Token);
        var first = await Task.WhenAny(committed, _wake.Called(over.Token), timer);
        await over.CancelAsync();
        stop.ThrowIfCancellationRequested();
        return first == timer;
    }

    private LaneWorker WorkerOf(string recipient, Parcel.Types.Lane lane, CancellationToken stop)
    {
        if (_workers.TryGetValue((recipient, lane), out var known)) return known;
        var worker = new LaneWorker(recipient, lane, _sender, _onItsWay, _log);
        _workers[(recipient, lane)] = worker;
        _working.Add(worker.RunAsync(stop));
        return worker;
    }

    private void Freed(string recipient, Parcel.Types.Lane lane)
    {
        if (_workers.TryGetValue((recipient, lane), out var worker)) worker.Freed();
    }
}
