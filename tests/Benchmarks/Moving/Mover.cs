using System.Collections.Concurrent;
using System.Diagnostics;
using InfoSharing.Tests.SystemLane.Network;
using InfoSharing.V1;

namespace InfoSharing.Tests.Benchmarks.Moving;

/// <summary>Moves transfers from Leeds to Sandwell, from Send to the stored receipt, and takes the time.</summary>
internal sealed class Mover(AgencyDoor door)
{
    internal const string Sender = "leeds-social-care";
    internal const string Recipient = "sandwell-social-care";
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new();

    /// <summary>Hears of stored receipts, until it is stopped.</summary>
    internal async Task Watch(CancellationToken stop)
    {
        using var call = door.Cases.Watch(new(), door.Endless(stop));
        try
        {
            while (await call.ResponseStream.MoveNext(stop))
                if (call.ResponseStream.Current is { Event: "delivered" } one && _waiting.TryRemove(one.TransferId, out var waits)) waits.TrySetResult();
        }
        catch (Exception stopped) when (stop.IsCancellationRequested && stopped is OperationCanceledException or Grpc.Core.RpcException)
        {
            // The run is over.
        }
    }

    /// <summary>Moves for so long, with so many at once that are sent and not yet receipted.</summary>
    internal async Task<(int Moved, double Seconds, List<double> Sends)> Move(Func<Transfer> draw, int inFlight, double seconds)
    {
        var began = Stopwatch.GetTimestamp();
        var sends = new ConcurrentBag<double>();
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds) sends.Add((await One(draw())).Send);
        })));
        return (sends.Count, Stopwatch.GetElapsedTime(began).TotalSeconds, [.. sends.Order()]);
    }

    /// <summary>Sends begin at their time, whether or not those before them are done: a queue would show.</summary>
    internal async Task<(List<double> Sends, List<double> Receipts)> Paced(Func<Transfer> draw, int aSecond, int count)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / aSecond));
        var all = new List<Task<(double Send, double Receipt)>>();
        while (all.Count < count && await pace.WaitForNextTickAsync()) all.Add(One(draw()));
        var took = await Task.WhenAll(all);
        return ([.. took.Select(one => one.Send).Order()], [.. took.Select(one => one.Receipt).Order()]);
    }

    /// <summary>Sends so many and waits for no receipt; gives what does.</summary>
    internal async Task<Task> Fill(Func<Transfer> draw, int count, int atOnce)
    {
        var receipts = new ConcurrentBag<Task>();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (_, _) => receipts.Add((await Send(draw())).Delivered));
        return Task.WhenAll(receipts);
    }

    /// <summary>A value that so many percent of the sorted ones do not exceed.</summary>
    internal static double At(List<double> sorted, int percent) => sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];

    private async Task<(double Send, double Receipt)> One(Transfer transfer)
    {
        var began = Stopwatch.GetTimestamp();
        var (took, delivered) = await Send(transfer);
        await delivered.WaitAsync(TimeSpan.FromMinutes(2));
        return (took, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    private async Task<(double Took, Task Delivered)> Send(Transfer transfer)
    {
        transfer.Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();
        transfer.Copies.Clear();
        var delivered = _waiting[transfer.Id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var began = Stopwatch.GetTimestamp();
        var reply = await door.Cases.SendAsync(new() { Transfer = transfer }, door.Options(CancellationToken.None));
        if (reply.OutcomeCase != SendReply.OutcomeOneofCase.Sent) throw new InvalidOperationException($"It was refused: {reply.Report}");
        return (Stopwatch.GetElapsedTime(began).TotalMilliseconds, delivered.Task);
    }
}
