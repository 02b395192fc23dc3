using Grpc.Core;
using InfoSharing.Client;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Client;

public sealed class WatchTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_watch_goes_on_from_its_last_event_and_gives_none_twice()
    {
        var turns = 0;
        await using var agency = await FakeAgency.Start(new()
        {
            Watch = _ => ++turns switch
            {
                1 => Events(StatusCode.Unavailable, 1, 2),
                2 => Events(StatusCode.OK, 2, 3),
                3 => Events(StatusCode.Cancelled),
                _ => Events(StatusCode.OK, 4),
            },
        });
        using var client = ClientOf(agency);

        (await Take(client, 4)).ShouldBe([1UL, 2UL, 3UL, 4UL]);

        agency.Answers.Requests<WatchRequest>().Select(one => one.After).ShouldBe([0UL, 2UL, 3UL, 3UL]);
    }

    [Fact]
    public async Task A_watch_outlives_the_service()
    {
        var goesDown = new TaskCompletionSource();
        var answers = new FakeAnswers { Watch = request => request.After == 0 ? UntilDown(1) : Events(StatusCode.OK, 2) };
        var agency = await FakeAgency.Start(answers);
        var port = agency.Address.Port;
        FakeAgency? next = null;
        using var client = new AgencyClient(agency.Address, "the-token", new() { Clock = new ImpatientClock() });
        var seen = new List<ulong>();

        await foreach (var happened in client.WatchAsync(0, Cancel))
        {
            seen.Add(happened.Cursor);
            if (happened.Cursor == 2) break;
            goesDown.SetResult();
            await agency.DisposeAsync();
            next = await FakeAgency.Start(answers, port);
        }

        seen.ShouldBe([1UL, 2UL]);
        await next!.DisposeAsync();

        async IAsyncEnumerable<WatchReply> UntilDown(ulong cursor)
        {
            yield return new() { Cursor = cursor };
            await goesDown.Task;
        }
    }

    [Fact]
    public async Task What_trying_again_cannot_mend_is_the_callers()
    {
        await using var agency = await FakeAgency.Start(new() { Watch = _ => Events(StatusCode.OutOfRange) });
        using var client = ClientOf(agency);

        (await Should.ThrowAsync<RpcException>(async () => await Take(client, 1))).StatusCode.ShouldBe(StatusCode.OutOfRange);
    }

    [Fact]
    public async Task Where_nobody_ever_answered_a_watch_gives_up()
    {
        Uri nobody;
        await using (var gone = await FakeAgency.Start()) nobody = gone.Address;
        var further = new List<FurtherAttempt>();
        using var client = new AgencyClient(nobody, "the-token", new() { Attempts = 3, Clock = new ImpatientClock(), OnFurtherAttempt = further.Add });

        (await Should.ThrowAsync<RpcException>(async () => await Take(client, 1))).StatusCode.ShouldBe(StatusCode.Unavailable);

        further.Select(one => one.Attempt).ShouldBe([2, 3]);
    }

    [Fact]
    public async Task The_token_ends_it()
    {
        using var stop = new CancellationTokenSource();
        await using var agency = await FakeAgency.Start(new() { Watch = _ => Forever() });
        using var client = ClientOf(agency);

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in client.WatchAsync(0, stop.Token)) await stop.CancelAsync();
        });

        async IAsyncEnumerable<WatchReply> Forever([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
        {
            yield return new() { Cursor = 1 };
            await Task.Delay(Timeout.Infinite, cancel);
        }
    }

    internal static async IAsyncEnumerable<WatchReply> Events(StatusCode end, params ulong[] cursors)
    {
        foreach (var cursor in cursors) yield return new() { Cursor = cursor };
        await Task.CompletedTask;
        if (end != StatusCode.OK) throw new RpcException(new Status(end, "as the test says"));
    }

    private static AgencyClient ClientOf(FakeAgency agency) => new(agency.Address, "the-token", new() { Attempts = 3, Clock = new ImpatientClock() });

    private static async Task<List<ulong>> Take(AgencyClient client, int count)
    {
        var cursors = new List<ulong>();
        await foreach (var happened in client.WatchAsync(0, Cancel))
        {
            cursors.Add(happened.Cursor);
            if (cursors.Count == count) break;
        }
        return cursors;
    }
}
