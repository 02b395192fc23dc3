using System.Diagnostics;
using System.Threading.Channels;
using InfoSharing.Exchange.Ledger.Engines;
using InfoSharing.Exchange.Ledger.Entries;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Ledger.Writing;

/// <summary>
/// The one writer of a ledger, on a thread of its own: a commit waits for the disk, and must hold up no other work. While it commits the next entries
/// gather, so the busier it is the more share a commit; it never lingers for more.
/// </summary>
internal sealed class LedgerWriter : IDisposable
{
    private readonly ILedgerEngine _engine;
    private readonly WriterKeys _keys;
    private readonly LedgerOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly Channel<Waiting> _queue;
    private readonly Thread _thread;
    private readonly LedgerMeters _meters;
    private DateTimeOffset _nextDrop;
    private DateTimeOffset _nextTidy;
    private Waiting? _left;

    internal LedgerWriter(ILedgerEngine engine, WriterKeys keys, LedgerOptions options, TimeProvider clock, ILogger log)
    {
        _engine = engine;
        _keys = keys;
        _options = options;
        _clock = clock;
        _log = log;
        _nextDrop = _nextTidy = clock.GetUtcNow();
        _meters = new(options.Agency);
        _queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(options.QueuedEntries) { SingleReader = true });
        _thread = new Thread(Work) { IsBackground = true, Name = $"ledger of {options.Agency}" };
        _thread.Start();
    }

    internal CommitSignal Commits { get; } = new();

    /// <summary>True from a write that the storage failed, or did not answer to, until the next that it took.</summary>
    internal bool IsFailing { get; private set; }

    /// <summary>Seals an entry, queues it, and waits until its outcome is on disk.</summary>
    internal async Task<AppendResult> AppendAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        using var span = LedgerMeters.Appending();
        var item = new Waiting(entry, Seal(entry));
        if (entry.Decide is null && item.Prepared is { NeedsLink: true, Links.Count: 0, Erase: null })
            throw new ArgumentException("An entry has an event or an audit record: no record, no write.", nameof(entry));
        // The disk's time is the machine's, whatever the clock.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(_options.CommitSeconds), TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await _queue.Writer.WriteAsync(item, either.Token);
            return await item.Done.WaitAsync(either.Token);
        }
        catch (ChannelClosedException closed)
        {
            throw new LedgerUnavailableException("The ledger is stopping.", closed);
        }
        catch (OperationCanceledException late) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            IsFailing = true;
            throw new LedgerUnavailableException("The ledger's storage does not answer; what was asked may be stored yet, and the same request tells.", late);
        }
    }

    /// <summary>Writes what is queued, and stops.</summary>
    public void Dispose()
    {
        _queue.Writer.TryComplete();
        _thread.Join();
        _meters.Dispose();
    }

    private PreparedRows Seal(LedgerEntry entry)
    {
        try
        {
            return _keys.Sealer.Seal(entry.Rows, entry.Request);
        }
        catch (Exception failure) when (_engine.IsUnavailable(failure))
        {
            throw new LedgerUnavailableException("The ledger's storage is down; nothing was stored.", failure);
        }
    }

    private void Work()
    {
        while (_left is not null || _queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            var items = new List<Waiting>();
            Gather(items);
            Run(items, mayGrow: true);
        }
    }

    private void Gather(List<Waiting> items)
    {
        var bytes = items.Sum(item => item.Prepared.Bytes);
        while (items.Count < _options.BatchEntries)
        {
            var item = _left;
            _left = null;
            if (item is null && !_queue.Reader.TryRead(out item)) break;
            bytes += item.Prepared.Bytes;
            if (bytes > _options.BatchBytes && items.Count > 0)
            {
                _left = item;
                break;
            }
            items.Add(item);
        }
    }

    private void Run(List<Waiting> items, bool mayGrow)
    {
        try
        {
            var results = Write(items, mayGrow);
            IsFailing = false;
            for (var i = 0; i < items.Count; i++) items[i].Complete(results[i]);
        }
        catch (Exception failure) // every failure becomes an outcome of the entries it touches: the writer must outlive them all
        {
            if (_engine.IsUnavailable(failure))
            {
                IsFailing = true;
                LedgerLog.StorageFailed(_log, items.Count, failure.GetType().Name, failure.HResult);
                foreach (var item in items) item.Fail(new LedgerUnavailableException("The ledger's storage is full or down; nothing was stored.", failure));
            }
            else if (items.Count == 1)
            {
                LedgerLog.EntryFailed(_log, failure.GetType().Name);
                items[0].Fail(failure);
            }
            else
            {
                LedgerLog.BatchRunAgain(_log, items.Count, failure.GetType().Name);
                foreach (var item in items) Run([item], mayGrow: false);
            }
        }
    }

    private List<AppendResult> Write(List<Waiting> items, bool mayGrow)
    {
        DateTimeOffset now;
        var results = new List<AppendResult>(items.Count);
        List<Guid> erased;
        bool wrote;
        var began = Stopwatch.GetTimestamp();
        using (var transaction = _engine.Begin())
        {
            // Another process may have had the chain meanwhile: what came while it was waited for goes too.
            if (mayGrow && _engine.OthersMayWrite) Gather(items);
            now = _clock.GetUtcNow();
            var since = now.AddDays(-_options.RequestDays);
            var plan = new BatchPlan(transaction, _keys, items, now, since);
            foreach (var item in items) results.Add(plan.Add(item));
            erased = plan.Erased;
            wrote = plan.Wrote;
            if (wrote)
            {
                plan.Flush();
                if (now >= _nextDrop) transaction.DropRequests(Stored.Micros.Of(since));
                if (now >= _nextTidy) transaction.DropParts(Stored.Micros.Of(now.AddHours(-_options.UploadHours)), Stored.Micros.Of(now.AddDays(-_options.UnsentUploadDays)));
                transaction.Commit();
            }
        }
        if (now >= _nextDrop) _nextDrop = now.AddMinutes(1);
        if (wrote && now >= _nextTidy) _nextTidy = now.AddHours(1);
        foreach (var caseId in erased) _keys.Cases.Forget(caseId);
        if (erased.Count > 0 && !_engine.Scrub()) LedgerLog.ScrubPutOff(_log);
        if (!wrote) return results;
        _meters.Committed(items.Count, Stopwatch.GetElapsedTime(began));
        Commits.Raise();
        return results;
    }
}
