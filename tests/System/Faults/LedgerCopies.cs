using System.Collections.Concurrent;
using InfoSharing.Tests.SystemLane.Network;
using InfoSharing.V1;

namespace InfoSharing.Tests.SystemLane.Faults;

/// <summary>
/// Copies of the agencies' ledgers, made with the product's own backup: of all when the run begins, and then every ten minutes. The one that is brought back is ten minutes old or a little more; in a run
/// that is shorter it is as old as the run.
/// </summary>
internal sealed class LedgerCopies(RunningNetwork network)
{
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, List<LedgerCopy>> _copies = [];

    /// <summary>Makes one of each, now and every ten minutes, until it is stopped.</summary>
    /// <param name="made">Completed when the first of each is there.</param>
    /// <param name="stop">Ends it.</param>
    internal async Task Keep(TaskCompletionSource made, CancellationToken stop)
    {
        using var pause = new PeriodicTimer(Age);
        try
        {
            do
            {
                foreach (var agency in network.Agencies) await Make(agency, alone: false, stop);
                made.TrySetResult();
            }
            while (await pause.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            made.TrySetCanceled(stop);
        }
        catch (Exception failure) // whoever waits for the first learns why; the failure goes on
        {
            made.TrySetException(failure);
            throw;
        }
    }

    /// <summary>Makes one of an agency's.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="alone">True where older ones are not to be brought back any more.</param>
    /// <param name="stop">Ends it.</param>
    internal async Task Make(string agency, bool alone, CancellationToken stop)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (true)
        {
            var door = network[agency];
            var at = TimeProvider.System.GetUtcNow();
            try
            {
                using var call = door.Operations.Backup(new(), door.AsOperator(stop));
                BackupReply? last = null;
                while (await call.ResponseStream.MoveNext(stop)) last = call.ResponseStream.Current;
                Add(agency, new(last.ShouldNotBeNull().Folder, at), alone);
                return;
            }
            catch (Grpc.Core.RpcException fault) when (AgencyDoor.IsOver(fault) && !stop.IsCancellationRequested)
            {
                // It, or its database, was killed in the middle of it: a copy is made of what runs.
            }
            await pause.WaitForNextTickAsync(stop);
        }
    }

    /// <summary>The one of an agency's that is brought back now: the newest of those that are old enough, else the oldest.</summary>
    internal LedgerCopy Of(string agency)
    {
        var copies = _copies[agency];
        lock (copies) return copies.LastOrDefault(copy => copy.IsOlderThan(Age)) ?? copies[0];
    }

    private void Add(string agency, LedgerCopy copy, bool alone)
    {
        var copies = _copies.GetOrAdd(agency, _ => []);
        lock (copies)
        {
            copies.Add(copy);
            // They are large. One that was the newest of the old enough may be being brought back just now.
            var needless = alone ? copies.Count - 1 : copies.FindLastIndex(one => one.IsOlderThan(Age * 1.5));
            for (; needless > 0; needless--)
            {
                Directory.Delete(copies[0].Folder, recursive: true);
                copies.RemoveAt(0);
            }
        }
    }
}

/// <summary>A copy of a ledger.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="At">Before what instant nothing is missing in it.</param>
internal sealed record LedgerCopy(string Folder, DateTimeOffset At)
{
    internal bool IsOlderThan(TimeSpan age) => TimeProvider.System.GetUtcNow() - At >= age;
}
