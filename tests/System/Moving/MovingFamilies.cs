using System.Collections.Concurrent;
using InfoSharing.Tests.SystemLane.Network;
using InfoSharing.V1;
using Reads = InfoSharing.V1.FlowReply.Types.ChildNow.Types.Reads;
using Stands = InfoSharing.V1.FlowReply.Types.ChildNow.Types.Answer;

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
    private readonly ConcurrentDictionary<string, int> _restored = [];
    private readonly ConcurrentQueue<string> _nobody = [];
    private int _calls;
    private int _sentAgain;
    private int _answeredAgain;
    private int _begun;

    /// <summary>The acknowledged transfers.</summary>
    internal IReadOnlyDictionary<string, Moved> All => _moved;

    /// <summary>How often a ledger showed a child whom nobody holds.</summary>
    internal int Nobody => _nobody.Count;

    /// <summary>Where, and of which transfer.</summary>
    internal IReadOnlyCollection<string> NobodyShown => _nobody;

    /// <summary>How many sends were asked for again because their ledger was brought back from a copy.</summary>
    internal int SentAgain => _sentAgain;

    /// <summary>How many answers were given again: of whole cases those that the ledger that was brought back did not show, of alerts all.</summary>
    internal int AnsweredAgain => _answeredAgain;

    /// <summary>How often a flow was looked at meanwhile.</summary>
    internal int Looks { get; private set; }

    /// <summary>How many calls each address answered.</summary>
    internal IReadOnlyDictionary<string, int> AnsweredBy => _answeredBy;

    /// <summary>What is happening to the network: noted with each transfer that is acknowledged.</summary>
    internal string Meanwhile { get; set; } = "";

    /// <summary>How many of those that <see cref="Run"/> is to move may begin so far.</summary>
    internal int MayBegin { get; set; } = int.MaxValue;

    /// <summary>What the watchers of an agency saw come, in their order.</summary>
    internal IReadOnlyCollection<(ulong Cursor, string TransferId)> WatchedBy(string agency) => _watched[agency];

    /// <summary>Sends and answers so many more.</summary>
    internal Task Run(int count, CancellationToken stop)
    {
        var first = Interlocked.Add(ref _begun, count) - count;
        return Parallel.ForEachAsync(Enumerable.Range(first, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (number, cancel) =>
        {
            while (number - first >= MayBegin) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancel);
            await One(_ways[number % _ways.Count], number, cancel);
        });
    }

    /// <summary>Sends one more on a way, and returns when it is there and answered.</summary>
    internal Task OneMore(Way way, CancellationToken stop) => One(way, Interlocked.Increment(ref _begun) - 1, stop);

    /// <summary>Completes when this many are acknowledged.</summary>
    internal async Task Acknowledged(int count, CancellationToken stop)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (_moved.Count < count) await pause.WaitForNextTickAsync(stop);
    }

    /// <summary>An agency's ledger was brought back from a copy: its systems are told. They watch from the beginning, and what it does not know they ask again.</summary>
    internal void Restored(string agency) => _restored.AddOrUpdate(agency, 1, (_, times) => times + 1);

    /// <summary>
    /// What the systems of a restored agency do: whatever they sent or answered since the copy was made they send again, with the same request id; an answer only where the ledger does not show
    /// it. What reached nobody before the ledger was lost comes back in no other way.
    /// </summary>
    internal Task RepeatSince(string agency, DateTimeOffset copied, CancellationToken stop) => Parallel.ForEachAsync(
        _moved.Where(one => (one.Value.Way.From == agency && one.Value.At >= copied) || (one.Value.Way.To == agency && one.Value.AnsweredAt >= copied)).ToList(),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop },
        async (one, cancel) =>
        {
            var (id, moved) = (one.Key, one.Value);
            if (moved.Way.From == agency)
            {
                await Send(moved.Way, moved.Way.Transfer(Guid.Parse(id)), moved.Number, cancel);
                Interlocked.Increment(ref _sentAgain);
            }
            if (moved.Way.To == agency && moved.AnsweredAt is not null && await Answered(moved.Way, id, moved.Number, cancel) is { ByNow: false }) Interlocked.Increment(ref _answeredAgain);
        });

    /// <summary>Watches and looks, from where it left off whenever an agency is back, until it is stopped.</summary>
    internal Task Watch(CancellationToken stop) => Task.WhenAll(_ways.Select(way => way.To).Distinct().Select(agency => WatchOne(agency, stop)).Append(Look(stop)));

    private async Task WatchOne(string agency, CancellationToken stop)
    {
        ulong seen = 0;
        var restored = 0;
        var watched = _watched[agency] = [];
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!stop.IsCancellationRequested)
        {
            if (_restored.GetValueOrDefault(agency) is var times && times != restored) (seen, restored) = (0, times);
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
                NobodyIn(await Flow(moved.Way.From, id, stop), moved.Way.From, id, sender: true);
                NobodyIn(await Flow(moved.Way.To, id, stop), moved.Way.To, id, sender: false);
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

    private void NobodyIn(FlowReply flow, string agency, string id, bool sender)
    {
        if (flow.Children.Any(child => child.Holder.Length == 0) || (sender && flow.Children.Count == 0)) _nobody.Enqueue($"{id} at {agency}: {flow.Children.Count} children, {string.Join(", ", flow.Steps.Select(step => step.What))}");
    }

    private async Task One(Way way, int number, CancellationToken stop)
    {
        var transfer = way.Transfer(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));
        await Send(way, transfer, number, stop);
        _moved[transfer.Id] = new(way, [], Meanwhile, number, TimeProvider.System.GetUtcNow());

        await Arrival(transfer.Id).Task.WaitAsync(stop);
        var (children, _) = await Answered(way, transfer.Id, number, stop);
        _moved[transfer.Id] = _moved[transfer.Id] with { Accepted = children, AnsweredAt = TimeProvider.System.GetUtcNow() };
    }

    private async Task Send(Way way, Transfer transfer, int number, CancellationToken stop)
    {
        var sent = await Insist(way.From, (door, options) => door.Cases.SendAsync(new() { Transfer = transfer, RequestId = $"send-{number}" }, options), stop);
        sent.OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent);
    }

    // Answers until it is acknowledged. Once the ledger was restored it may not know the transfer yet, and the answer may stand in it already, which nothing but the flow says.
    private async Task<(IReadOnlyList<string> Children, bool ByNow)> Answered(Way way, string transferId, int number, CancellationToken stop)
    {
        var (answer, children) = Answer(way, new Random(HashCode.Combine(seed, number)));
        (answer.TransferId, answer.RequestId) = (transferId, $"answer-{number}");
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var door = Next(way.To);
            var restored = _restored.ContainsKey(way.To);
            try
            {
                if (restored && way.HandsOver && Shows(await door.Cases.FlowAsync(new() { TransferId = transferId }, door.Options(stop)), answer)) return (children, ByNow: true);
                await door.Cases.RespondAsync(answer, door.Options(stop));
                _answeredBy.AddOrUpdate(door.Address, 1, (_, count) => count + 1);
                return (children, ByNow: false);
            }
            catch (Grpc.Core.RpcException fault) when ((AgencyDoor.IsOver(fault) || (_restored.ContainsKey(way.To) && fault.StatusCode is Grpc.Core.StatusCode.NotFound or Grpc.Core.StatusCode.FailedPrecondition)) && !stop.IsCancellationRequested)
            {
                // Killed in the middle; or lost with the ledger, and it comes again; or given back between the look and the answer.
            }
            await pause.WaitForNextTickAsync(stop);
        }
    }

    private static bool Shows(FlowReply flow, RespondRequest answer)
    {
        var accepted = answer.Accepted is not null;
        var children = accepted ? answer.Accepted!.Children : answer.Asked.Children;
        return children.All(child => flow.Children.Any(one => one.Child == child && one.Reads != Reads.NotCertain && one.Answer == (accepted ? Stands.Accepted : Stands.Asked)));
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
/// <param name="Number">Which of the run it is.</param>
/// <param name="At">When its sending was acknowledged.</param>
internal sealed record Moved(Way Way, IReadOnlyList<string> Accepted, string Meanwhile, int Number, DateTimeOffset At)
{
    /// <summary>When its answer was acknowledged; null while it is not.</summary>
    internal DateTimeOffset? AnsweredAt { get; init; }
}
