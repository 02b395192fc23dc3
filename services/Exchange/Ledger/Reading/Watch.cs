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
        var first = true;
        while (true)
        {
            var next = commits.Next;
            var events = await ReadAsync(after, first, cancellationToken);
            first = false;
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
            if (await Task.WhenAny(next, tick).WaitAsync(cancellationToken) != tick) continue;
            await tick;
            tick = null;
        }
    }

    private async Task<IReadOnlyList<LedgerEvent>> ReadAsync(ulong after, bool first, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await engine.OpenForReadingAsync(cancellationToken);
            var queries = new FlowQueries(connection, ring);
            if (first && after > (await queries.HeadAsync(cancellationToken)).Position) throw new CursorAheadException();
            return await queries.EventsAfterAsync(after, Page, cancellationToken);
        }
        catch (Exception failure) when (engine.IsUnavailable(failure))
        {
            throw new LedgerUnavailableException("The ledger's storage is down.", failure);
        }
    }
}
