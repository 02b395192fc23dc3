using Grpc.Core;

namespace InfoSharing.Tests.Component.Exchange;

/// <summary>What whoever watches is told before and after the events.</summary>
public sealed class WatchTests
{
    [Fact]
    public async Task A_watch_of_a_silent_ledger_says_at_once_that_it_has_begun()
    {
        await using var exchange = await RunningExchange.Start();
        using var call = exchange.Client.Watch(new() { After = (await exchange.Ledger.HeadAsync(Stop)).Position }, cancellationToken: Stop);

        await call.ResponseHeadersAsync.WaitAsync(TimeSpan.FromSeconds(30), Stop);
    }

    [Fact]
    public async Task An_agency_that_stops_ends_a_watch_and_says_how_to_go_on()
    {
        await using var exchange = await RunningExchange.Start();
        using var call = exchange.Client.Watch(new(), cancellationToken: Stop);
        await call.ResponseHeadersAsync;
        var reading = Read(call);

        await exchange.Stop().WaitAsync(TimeSpan.FromSeconds(30), Stop);

        var ended = await Should.ThrowAsync<RpcException>(reading);
        ended.StatusCode.ShouldBe(StatusCode.Unavailable);
        ended.Status.Detail.ShouldContain("from your last cursor");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task Read<T>(AsyncServerStreamingCall<T> call)
    {
        while (await call.ResponseStream.MoveNext(Stop))
        {
        }
    }
}
