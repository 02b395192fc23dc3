using Grpc.Core;
using Grpc.Net.Client;

namespace InfoSharing.Tests.Rpc;

/// <summary>What happens to connections, and what calls notice of it.</summary>
public class ConnectionTests
{
    [Fact]
    [Point(50)]
    public async Task Stream_above_the_last_of_a_GOAWAY_is_tried_again_on_a_new_connection()
    {
        await using var server = new RawHttp2Server(
            async connection =>
            {
                await connection.RequestAsync();
                await connection.GoAwayAsync(last: 0);
                await connection.RequestAsync();
            },
            Answering("second"));
        (await CallAsync(server)).ShouldBe("second");
        server.Connections.ShouldBe(2);
    }

    [Fact]
    [Point(50)]
    public async Task Stream_accepted_before_a_GOAWAY_finishes_and_the_next_call_takes_a_new_connection()
    {
        await using var server = new RawHttp2Server(
            async connection =>
            {
                var id = await connection.RequestAsync();
                await connection.GoAwayAsync(last: id!.Value);
                await connection.AnswerAsync(id.Value, new EchoReply { Text = "first" });
            },
            Answering("second"));
        using var channel = GrpcChannel.ForAddress(server.Address);
        (await new Echo.EchoClient(channel).SayAsync(new EchoRequest())).Text.ShouldBe("first");
        (await new Echo.EchoClient(channel).SayAsync(new EchoRequest())).Text.ShouldBe("second");
    }

    [Fact]
    [Point(50)]
    public async Task Refused_stream_is_tried_again()
    {
        await using var server = new RawHttp2Server(async connection =>
        {
            var id = await connection.RequestAsync();
            await connection.ResetAsync(id!.Value, code: 7);
            while (await connection.RequestAsync() is { } again)
            {
                await connection.AnswerAsync(again, new EchoReply { Text = "again" });
            }
        });
        (await CallAsync(server)).ShouldBe("again");
    }

    [Fact]
    [Point(51)]
    public async Task Call_over_the_stream_limit_waits_and_its_wait_counts_against_its_deadline()
    {
        await using var server = await EchoServer.StartAsync(limits: limits => limits.Http2.MaxStreamsPerConnection = 1);
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Behaviour.Say = async (request, _) =>
        {
            if (request.Text == "hold")
            {
                held.SetResult();
                await release.Task;
            }

            return new EchoReply { Text = request.Text };
        };
        using var handler = new SocketsHttpHandler { EnableMultipleHttp2Connections = false };
        var client = server.ClientOf(new GrpcChannelOptions { HttpHandler = handler });
        var first = client.SayAsync(new EchoRequest { Text = "hold" });
        await held.Task;
        var waiting = client.SayAsync(new EchoRequest { Text = "waited" });
        var impatient = client.SayAsync(new EchoRequest { Text = "impatient" }, deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(300));

        (await Should.ThrowAsync<RpcException>(async () => await impatient)).StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        waiting.ResponseAsync.IsCompleted.ShouldBeFalse();
        release.SetResult();
        (await first).Text.ShouldBe("hold");
        (await waiting).Text.ShouldBe("waited");
    }

    [Fact]
    [Point(64)]
    public async Task Half_closed_call_goes_on_receiving_and_its_end_stays_its_end()
    {
        await using var server = await EchoServer.StartAsync();
        server.Behaviour.Chat = async (requests, replies, _) =>
        {
            while (await requests.MoveNext())
            {
            }

            (await requests.MoveNext()).ShouldBeFalse();
            await replies.WriteAsync(new EchoReply { Text = "after your end" });
        };
        using var call = server.Client.Chat();
        await call.RequestStream.CompleteAsync();
        await call.RequestStream.CompleteAsync();
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        call.ResponseStream.Current.Text.ShouldBe("after your end");
        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
        await call.RequestStream.CompleteAsync();
        await Should.ThrowAsync<InvalidOperationException>(() => call.RequestStream.WriteAsync(new EchoRequest()));
    }

    [Fact]
    [Point(67)]
    public async Task Server_answers_every_ping()
    {
        await using var server = await EchoServer.StartAsync();
        using var client = await RawHttp2Client.ConnectAsync(server.Http);
        for (byte i = 0; i < 3; i++)
        {
            (await client.PingAsync([i, 2, 3, 4, 5, 6, 7, 8])).ShouldBe([i, 2, 3, 4, 5, 6, 7, 8]);
        }
    }

    [Fact]
    [Point(67)]
    public async Task Peer_that_answers_no_ping_is_gone_and_its_calls_are_unavailable()
    {
        await using var server = new RawHttp2Server(async connection =>
        {
            connection.AnswersPings = false;
            await connection.RequestAsync();
            await connection.RequestAsync();
        });
        using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions
        {
            // The shortest that .NET takes.
            HttpHandler = new SocketsHttpHandler { KeepAlivePingDelay = TimeSpan.FromSeconds(1), KeepAlivePingTimeout = TimeSpan.FromSeconds(1), KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests },
            DisposeHttpClient = true,
        });
        var failure = await Should.ThrowAsync<RpcException>(async () => await new Echo.EchoClient(channel).SayAsync(new EchoRequest()).ResponseAsync.WaitAsync(TimeSpan.FromSeconds(30)));
        failure.StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    [Fact]
    [Point(67)]
    public async Task Connection_closed_while_idle_is_opened_again_without_a_failed_call()
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new RawHttp2Server(
            async connection =>
            {
                await connection.AnswerAsync((await connection.RequestAsync())!.Value, new EchoReply { Text = "first" });
                await connection.GoAwayAsync(last: 1);
                try
                {
                    // The client closes its end when it has read this. Closing ours first would race its next request against a reset, and what became of that request nobody could know.
                    await connection.RequestAsync();
                }
                finally
                {
                    closed.SetResult();
                }
            },
            Answering("second"));
        using var channel = GrpcChannel.ForAddress(server.Address);
        (await new Echo.EchoClient(channel).SayAsync(new EchoRequest())).Text.ShouldBe("first");
        await closed.Task;
        (await new Echo.EchoClient(channel).SayAsync(new EchoRequest())).Text.ShouldBe("second");
    }

    [Fact]
    [Point(68)]
    public async Task Server_that_stops_lets_calls_under_way_end_and_takes_no_more()
    {
        await using var server = await EchoServer.StartAsync();
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Behaviour.Say = async (_, _) =>
        {
            held.TrySetResult();
            await release.Task;
            return new EchoReply { Text = "finished" };
        };
        var call = server.Client.SayAsync(new EchoRequest());
        await held.Task;

        var stopped = server.StopAsync();
        var late = await Should.ThrowAsync<RpcException>(async () => await server.ClientOf(new GrpcChannelOptions()).SayAsync(new EchoRequest()).ResponseAsync.WaitAsync(TimeSpan.FromSeconds(20)));
        stopped.IsCompleted.ShouldBeFalse();
        release.SetResult();

        (await call).Text.ShouldBe("finished");
        late.StatusCode.ShouldBe(StatusCode.Unavailable);
        await stopped;
    }

    private static Func<RawHttp2Connection, Task> Answering(string text) => async connection =>
    {
        while (await connection.RequestAsync() is { } id)
        {
            await connection.AnswerAsync(id, new EchoReply { Text = text });
        }
    };

    private static async Task<string> CallAsync(RawHttp2Server server)
    {
        using var channel = GrpcChannel.ForAddress(server.Address);
        return (await new Echo.EchoClient(channel).SayAsync(new EchoRequest()).ResponseAsync.WaitAsync(TimeSpan.FromSeconds(20))).Text;
    }
}
