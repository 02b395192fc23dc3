using System.Collections.Concurrent;
using InfoSharing.Tests.SystemLane.Network;
using InfoSharing.V1;

namespace InfoSharing.Tests.SystemLane.Moving;

/// <summary>
/// Families that move, each sent, read and answered as systems of the agencies would, through whatever happens to the network meanwhile. What is acknowledged is
/// noted, to be asked for afterwards. Where an agency has several processes, each call goes to the next one.
/// </summary>
internal sealed class MovingFamilies(RunningNetwork network, int seed, IReadOnlyList<Way>? ways = null)
{
    private const int AtOnce = 16;

    private readonly IReadOnlyList<Way> _ways = ways ?? Way.OneWay;
    private readonly ConcurrentDictionary<string, Moved> _moved = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _arrived = [];
    private readonly ConcurrentDictionary<string, ConcurrentQueue<(ulong Cursor, string TransferId)>> _watched = [];
    private readonly ConcurrentDictionary<string, int> _answeredBy = [];
    private int _calls;
    private int _nobody;
    private int _begun;

    /// <summary>The acknowledged transfers.</summary>
    internal IReadOnlyDictionary<string, Moved> All => _moved;

    /// <summary>How often a ledger showed a child whom nobody holds.</summary>
    internal int Nobody => _nobody;

    /// <summary>How often a flow was looked at meanwhile.</summary>
    internal int Looks { get; private set; }

    /// <summary>How many calls each address answered.</summary>
    internal IReadOnlyDictionary<string, int> AnsweredBy => _answeredBy;

    /// <summary>What is happening to the network: noted with each transfer that is acknowledged.</summary>
    internal string Meanwhile { get; set; } = "";

    /// <summary>What the watchers of an agency saw come, in their order.</summary>
    internal IReadOnlyCollection<(ulong Cursor, string TransferId)> WatchedBy(string agency) => _watched[agency];

    /// <summary>Sends and answers so many more.</summary>
    internal Task Run(int count, CancellationToken stop)
    {
        var first = Interlocked.Add(ref _begun, count) - count;
        return Parallel.ForEachAsync(Enumerable.Range(first, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (number, cancel) => await One(_ways[number % _ways.Count], number, cancel));
    }

    /// <summary>Sends one more on a way, and returns when it is there and answered.</summary>
    internal Task OneMore(Way way, CancellationToken stop) => One(way, Interlocked.Increment(ref _begun) - 1, stop);

    /// <summary>Completes when this many are acknowledged.</summary>
    internal async Task Acknowledged(int count, CancellationToken stop)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (_moved.Count < count) await pause.WaitForNextTickAsync(stop);
    }

    /// <summary>Watches and looks, from where it left off whenever an agency is back, until it is stopped.</summary>
    internal Task Watch(CancellationToken stop) => Task.WhenAll(_ways.Select(way => way.To).Distinct().Select(agency => WatchOne(agency, stop)).Append(Look(stop)));

    private async Task WatchOne(string agency, CancellationToken stop)
    {
        ulong seen = 0;
        var watched = _watched[agency] = [];
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var door = Next(agency);
                using var call = door.Cases.Watch(new() { After = seen }, door.Endless(stop));
                while (await call.ResponseStream.MoveNext(stop))
                {
                    var happened = call.ResponseStream.Current;
                    happened.Cursor.ShouldBeGreaterThan(seen);
                    seen = happened.Cursor;
                    if (happened.Event != "received") continue;
                    watched.Enqueue((happened.Cursor, happened.TransferId));
                    Arrival(happened.TransferId).TrySetResult();
                }
            }
            catch (Exception fault) when (fault is Grpc.Core.RpcException or OperationCanceledException)
            {
                // Killed, or stopped.
            }
            if (!stop.IsCancellationRequested) await pause.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private async Task Look(CancellationToken stop)
    {
        var random = new Random(seed ^ 0x5EED);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await pause.WaitForNextTickAsync(CancellationToken.None) && !stop.IsCancellationRequested)
        {
            if (_moved.Skip(random.Next(Math.Max(1, _moved.Count))).FirstOrDefault() is not { Key: { } id, Value: { Way.HandsOver: true } moved }) continue;
            try
            {
                NobodyIn(await Flow(moved.Way.From, id, stop), sender: true);
                NobodyIn(await Flow(moved.Way.To, id, stop), sender: false);
                Looks++;
            }
            catch (Grpc.Core.RpcException)
            {
                // Down, or not arrived: nothing was shown.
            }
        }
    }

    private async Task<FlowReply> Flow(string agency, string id, CancellationToken stop)
    {
        var door = Next(agency);
        return await door.Cases.FlowAsync(new() { TransferId = id }, door.Options(stop));
    }

    private void NobodyIn(FlowReply flow, bool sender)
    {
        if (flow.Children.Any(child => child.Holder.Length == 0) || (sender && flow.Children.Count == 0)) Interlocked.Increment(ref _nobody);
    }

    private async Task One(Way way, int number, CancellationToken stop)
    {
        var transfer = way.Transfer(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));
        var sent = await Insist(way.From, (door, options) => door.Cases.SendAsync(new() { Transfer = transfer, RequestId = $"send-{number}" }, options), stop);
        sent.OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent);
        _moved[transfer.Id] = new(way, [], Meanwhile);

        await Arrival(transfer.Id).Task.WaitAsync(stop);
        var (answer, children) = Answer(way, new Random(HashCode.Combine(seed, number)));
        (answer.TransferId, answer.RequestId) = (transfer.Id, $"answer-{number}");
        await Insist(way.To, (door, options) => door.Cases.RespondAsync(answer, options), stop);
        _moved[transfer.Id] = _moved[transfer.Id] with { Accepted = children };
    }

    private static (RespondRequest Answer, IReadOnlyList<string> Children) Answer(Way way, Random random)
    {
        if (!way.HandsOver) return (new() { Accepted = new() { SawVersion = 1 } }, []); // an alert's arrival is acknowledged
        IReadOnlyList<string> children = [.. Way.Children.Take(random.Next(Way.Children.Count + 1))];
        return children.Count == 0
            ? (new() { Asked = new() { SawVersion = 1, Children = { "P2" }, Questions = { new Text { Text_ = "Who saw him last?" } } } }, children)
            : (new() { Accepted = new() { SawVersion = 1, Children = { children } } }, children);
    }

    // Whoever got no answer asks again, and not always the same process.
    private async Task<T> Insist<T>(string agency, Func<AgencyDoor, Grpc.Core.CallOptions, Grpc.Core.AsyncUnaryCall<T>> call, CancellationToken stop)
    {
        AgencyDoor door = null!;
        var reply = await network[agency].Insist(options => call(door = Next(agency), options), stop);
        _answeredBy.AddOrUpdate(door.Address, 1, (_, count) => count + 1);
        return reply;
    }

    private AgencyDoor Next(string agency) => network.DoorsOf(agency) is [var only] ? only : network.DoorsOf(agency)[Interlocked.Increment(ref _calls) % network.DoorsOf(agency).Count];

    private TaskCompletionSource Arrival(string transferId) => _arrived.GetOrAdd(transferId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}

/// <summary>A transfer that was acknowledged.</summary>
/// <param name="Way">From where to where.</param>
/// <param name="Accepted">The children whom the recipient accepted, once its answer is acknowledged.</param>
/// <param name="Meanwhile">What was happening to the network.</param>
internal sealed record Moved(Way Way, IReadOnlyList<string> Accepted, string Meanwhile);
