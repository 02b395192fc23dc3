using System.Collections.Concurrent;
using System.Threading.Channels;
using InfoSharing.Exchange.Documents.Arriving;
using InfoSharing.Exchange.Documents.Going;
using InfoSharing.Exchange.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Documents.Keeping;

/// <summary>
/// Sees to documents behind the calls and the parcels, so that no send, no alert and no receipt waits for one: has go what may go, and puts together what has come. It is
/// told of each transfer on which there may be something to do; what a crash left is found when it starts, and every ten minutes.
/// </summary>
internal sealed class DocumentClerk(ILedger ledger, DocumentsGoing going, DocumentsArriving arriving, TimeProvider clock, ILogger<DocumentClerk> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Back = TimeSpan.FromDays(30);

    private readonly Channel<(Guid TransferId, bool Came)> _work = Channel.CreateUnbounded<(Guid, bool)>(new() { SingleReader = true });
    private readonly ConcurrentDictionary<(Guid TransferId, bool Came), bool> _waiting = [];

    /// <summary>A document of a transfer may go: one was uploaded, or a version sent.</summary>
    internal void MayGo(Guid transferId) => Look(transferId, came: false);

    /// <summary>A document of a transfer may be whole: a part of one came, or a version that names it.</summary>
    internal void MayBeWhole(Guid transferId) => Look(transferId, came: true);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round, clock);
        try
        {
            var rounds = RoundsAsync(timer, stoppingToken);
            await foreach (var one in _work.Reader.ReadAllAsync(stoppingToken))
            {
                _waiting.TryRemove(one, out _); // before it is read: what comes meanwhile is looked at again
                await DoAsync(() => one.Came ? arriving.SettleAsync(one.TransferId, stoppingToken) : going.SendAsync(one.TransferId, stoppingToken));
            }
            await rounds;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // It is told to stop; what is left is found again.
        }
    }

    private async Task RoundsAsync(PeriodicTimer timer, CancellationToken stop)
    {
        do
        {
            await DoAsync(async () =>
            {
                foreach (var transferId in await ledger.WithOpenDocumentsAsync(clock.GetUtcNow() - Back, stop))
                {
                    MayBeWhole(transferId);
                    MayGo(transferId);
                }
            });
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    private void Look(Guid transferId, bool came)
    {
        if (_waiting.TryAdd((transferId, came), true)) _work.Writer.TryWrite((transferId, came));
    }

    private async Task DoAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is not OperationCanceledException) // full, down or a fault of ours: the clerk outlives it, and comes back in its round
        {
            DocumentLog.Failed(log, failure.GetType().Name);
        }
    }
}
