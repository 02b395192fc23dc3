using System.Runtime.CompilerServices;
using InfoSharing.Exchange.Ledger.Engines;
using InfoSharing.Exchange.Ledger.Sealing;
using InfoSharing.Exchange.Ledger.Writing;

namespace InfoSharing.Exchange.Ledger.Reading;

/// <summary>Follows the events from a cursor on: reads what there is, then waits for the writer's word.</summary>
internal sealed class Watch(ILedgerEngine engine, Keyring ring, CommitSignal commits, TimeSpan fallback, TimeProvider clock)
{
    private const int Page = 256;

    internal async IAsyncEnumerable<LedgerEvent> AfterAsync(ulong after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var timer = engine.OthersMayWrite ? new PeriodicTimer(fallback, clock) : null;
        Task<bool>? tick = null;
        var checkedAhead = false;
        while (true)
        {
            var next = commits.Next;
            IReadOnlyList<LedgerEvent> events;
            await using (var connection = engine.OpenForReading())
            {
                var queries = new FlowQueries(connection, ring);
                if (!checkedAhead && after > (await queries.HeadAsync(cancellationToken)).Position) throw new CursorAheadException();
                checkedAhead = true;
                events = await queries.EventsAfterAsync(after, Page, cancellationToken);
            }
            foreach (var one in events)
            {
                yield return one;
                after = one.Cursor;
            }
            if (events.Count == Page) continue;
            if (timer is null)
            {
                await next.WaitAsync(cancellationToken);
                continue;
            }
            tick ??= timer.WaitForNextTickAsync(cancellationToken).AsTask();
            var first = await Task.WhenAny(next, tick).WaitAsync(cancellationToken);
            if (first != tick) continue;
            await tick;
            tick = null;
        }
    }
}
