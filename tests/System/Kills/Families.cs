using System.Collections.Concurrent;
using InfoSharing.Tests.SystemLane.Network;
using InfoSharing.V1;

namespace InfoSharing.Tests.SystemLane.Kills;

/// <summary>
/// Hand-overs from Leeds to Sandwell, each sent, read and answered as systems of the two would, through whatever happens to the network meanwhile. What is
/// acknowledged is noted, to be asked for afterwards.
/// </summary>
internal sealed class Families(RunningNetwork network, int seed)
{
    internal const string Leeds = "leeds-social-care";
    internal const string Sandwell = "sandwell-social-care";
    private const int AtOnce = 16;

    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _accepted = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _arrived = [];
    private int _nobody;

    /// <summary>The acknowledged transfers, each with the children whom Sandwell accepted.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Accepted => _accepted;

    /// <summary>How often a ledger showed a child whom nobody holds.</summary>
    internal int Nobody => _nobody;

    /// <summary>How often a flow was looked at meanwhile.</summary>
    internal int Looks { get; private set; }

    /// <summary>Sends and answers this many.</summary>
    internal Task Run(int count, CancellationToken stop) =>
        Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (number, cancel) => await OneFamily(number, cancel));

    /// <summary>Completes when this many are acknowledged.</summary>
    internal async Task Acknowledged(int count, CancellationToken stop)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (_accepted.Count < count) await pause.WaitForNextTickAsync(stop);
    }

    /// <summary>Watches what comes to Sandwell, from where it left off whenever the network is back, until it is stopped.</summary>
    internal async Task WatchSandwell(CancellationToken stop)
    {
        ulong seen = 0;
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var call = network[Sandwell].Cases.Watch(new() { After = seen }, network[Sandwell].Endless(stop));
                while (await call.ResponseStream.MoveNext(stop))
                {
                    var happened = call.ResponseStream.Current;
                    happened.Cursor.ShouldBeGreaterThan(seen);
                    seen = happened.Cursor;
                    if (happened.Event == "received") _arrived.GetOrAdd(happened.TransferId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
                }
            }
            catch (Exception fault) when (fault is Grpc.Core.RpcException or OperationCanceledException)
            {
                // Killed, or stopped.
            }
            if (!stop.IsCancellationRequested) await pause.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    /// <summary>Looks at flows on both sides, until it is stopped.</summary>
    internal async Task Look(CancellationToken stop)
    {
        var random = new Random(seed ^ 0x5EED);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await pause.WaitForNextTickAsync(CancellationToken.None) && !stop.IsCancellationRequested)
        {
            if (_accepted.Keys.Skip(random.Next(Math.Max(1, _accepted.Count))).FirstOrDefault() is not { } id) continue;
            try
            {
                NobodyIn(await network[Leeds].Cases.FlowAsync(new() { TransferId = id }, network[Leeds].Options(stop)), sender: true);
                NobodyIn(await network[Sandwell].Cases.FlowAsync(new() { TransferId = id }, network[Sandwell].Options(stop)), sender: false);
                Looks++;
            }
            catch (Grpc.Core.RpcException)
            {
                // Down, or not arrived: nothing was shown.
            }
        }
    }

    private void NobodyIn(FlowReply flow, bool sender)
    {
        if (flow.Children.Any(child => child.Holder.Length == 0) || (sender && flow.Children.Count == 0)) Interlocked.Increment(ref _nobody);
    }

    private async Task OneFamily(int number, CancellationToken stop)
    {
        var random = new Random(HashCode.Combine(seed, number));
        var transfer = Samples.Complete();
        transfer.Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();
        transfer.Kind = Transfer.Types.Kind.FullTransfer;
        transfer.Copies.Clear();
        var sent = await network[Leeds].Insist(options => network[Leeds].Cases.SendAsync(new() { Transfer = transfer, RequestId = $"send-{number}" }, options), stop);
        sent.OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent);
        _accepted[transfer.Id] = [];

        await _arrived.GetOrAdd(transfer.Id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task.WaitAsync(stop);
        var children = random.Next(4) switch { 0 => Array.Empty<string>(), 1 => ["P2"], 2 => ["P2", "P3"], _ => ["P2", "P3", "P4"] };
        var answer = children.Length == 0
            ? new RespondRequest { TransferId = transfer.Id, Asked = new() { SawVersion = 1, Children = { "P2" }, Questions = { new Text { Text_ = "Who saw him last?" } } } }
            : new RespondRequest { TransferId = transfer.Id, Accepted = new() { SawVersion = 1, Children = { children } } };
        answer.RequestId = $"answer-{number}";
        await network[Sandwell].Insist(options => network[Sandwell].Cases.RespondAsync(answer, options), stop);
        _accepted[transfer.Id] = children;
    }
}
