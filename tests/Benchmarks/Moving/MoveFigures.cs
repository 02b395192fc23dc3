using System.Collections.Concurrent;
using System.Diagnostics;
using InfoSharing.Tests.SystemLane.Network;
using InfoSharing.V1;

namespace InfoSharing.Tests.Benchmarks.Moving;

/// <summary>
/// `complete` from Send to stored receipt over the embedded network in a process of its own, or with a process for each agency on RabbitMQ: rules, at-rest sealing, CMS, gRPC and two ledgers. The floor, in
/// the same run, is <see cref="LedgerFloor"/>: the very rows of those two ledgers, written again in batches of 32.
/// </summary>
internal static class MoveFigures
{
    private const string Leeds = "leeds-social-care";
    private const int Senders = 32;
    private const int Rounds = 3;
    private const double WarmUpSeconds = 20;
    private const int ASecond = 20;

    private static readonly ConcurrentDictionary<string, TaskCompletionSource> Waiting = new();

    public static async Task Print(double seconds, bool distributed)
    {
        using var end = new CancellationTokenSource();
        await using var network = new RunningNetwork(distributed: distributed);
        await network.Start(end.Token);
        await Task.Delay(TimeSpan.FromSeconds(5), end.Token); // settled, as an idle one is
        var idle = network.Memory;
        var watching = Watch(network[Leeds], end.Token);

        await Move(network[Leeds], WarmUpSeconds);
        var used = network.Memory;
        var (rates, cpu) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var before = network.Cpu;
            var (moved, took) = await Move(network[Leeds], seconds);
            rates.Add(moved / took);
            cpu.Add((network.Cpu - before).TotalSeconds / took);
        }
        var (sends, receipts) = await Paced(network[Leeds], count: (int)(ASecond * Math.Max(seconds, 10)));
        await end.CancelAsync();
        await watching;
        await network.Stop(CancellationToken.None);
        var floor = Machine.Median(Enumerable.Range(0, Rounds).Select(_ => LedgerFloor.TransfersASecond(network.Folder)));

        var rate = Machine.Median(rates);
        Console.WriteLine();
        Console.WriteLine($"Move          {(distributed ? "a process for each agency, on RabbitMQ: " : "")}complete, Send to stored receipt, {Senders} senders: {rate:N0} transfers/s with {Machine.Median(cpu):F2} cores; floor (the same rows of both ledgers, batches of 32) {floor:N0}/s; ratio {rate / floor:F2}");
        Console.WriteLine($"              rounds, transfers/s: {string.Join(", ", rates.Select(one => $"{one:N0}"))}");
        Console.WriteLine($"              at {ASecond} a second: send p50 {At(sends, 50):F1} ms, p99 {At(sends, 99):F1} ms; to the stored receipt p50 {At(receipts, 50):F1} ms, p99 {At(receipts, 99):F1} ms");
        Console.WriteLine($"              memory of the network: idle {idle >> 20:N0} MB, after the warm-up's transfers {used >> 20:N0} MB (resident)");
    }

    private static async Task<(int Moved, double Seconds)> Move(AgencyDoor door, double seconds)
    {
        var began = Stopwatch.GetTimestamp();
        var moved = 0;
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
            {
                await One(door);
                Interlocked.Increment(ref moved);
            }
        })));
        return (moved, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    // Sends begin at their time, whether or not those before them are done: a queue would show.
    private static async Task<(List<double> Sends, List<double> Receipts)> Paced(AgencyDoor door, int count)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / ASecond));
        var all = new List<Task<(double Send, double Receipt)>>();
        while (all.Count < count && await pace.WaitForNextTickAsync()) all.Add(One(door));
        var took = await Task.WhenAll(all);
        return ([.. took.Select(one => one.Send).Order()], [.. took.Select(one => one.Receipt).Order()]);
    }

    private static async Task<(double Send, double Receipt)> One(AgencyDoor door)
    {
        var transfer = Samples.Complete();
        transfer.Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();
        transfer.Copies.Clear();
        var delivered = Waiting[transfer.Id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var began = Stopwatch.GetTimestamp();
        var reply = await door.Cases.SendAsync(new() { Transfer = transfer }, door.Options(CancellationToken.None));
        if (reply.OutcomeCase != SendReply.OutcomeOneofCase.Sent) throw new InvalidOperationException($"It was refused: {reply.Report}");
        var sent = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        await delivered.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return (sent, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    private static async Task Watch(AgencyDoor door, CancellationToken stop)
    {
        using var call = door.Cases.Watch(new(), door.Endless(stop));
        try
        {
            while (await call.ResponseStream.MoveNext(stop))
                if (call.ResponseStream.Current is { Event: "delivered" } one && Waiting.TryRemove(one.TransferId, out var waits)) waits.TrySetResult();
        }
        catch (Exception stopped) when (stop.IsCancellationRequested && stopped is OperationCanceledException or Grpc.Core.RpcException)
        {
            // The run is over.
        }
    }

    private static double At(List<double> sorted, int percent) => sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
}
