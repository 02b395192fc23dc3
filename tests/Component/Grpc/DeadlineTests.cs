using Grpc.Core;
using Grpc.Net.Client;

namespace InfoSharing.Tests.Rpc;

public class DeadlineTests
{
    private static DateTime In(int milliseconds) => TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(milliseconds);

    [Fact]
    [Point(33)]
    public async Task Deadline_fires_at_the_client_and_resets_the_stream_when_the_server_never_answers()
    {
        var reset = new TaskCompletionSource();
        await using var server = await RawServer.StartAsync(async http =>
        {
            var forever = new TaskCompletionSource();
            await using var registration = http.RequestAborted.Register(() => { reset.TrySetResult(); forever.TrySetResult(); });
            await forever.Task;
        });

        var failure = await Should.ThrowAsync<RpcException>(server.Client.SayAsync(new EchoRequest(), deadline: In(150)).ResponseAsync);

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        await reset.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Deadline_cancels_the_handler()
    {
        await using var server = await EchoServer.StartAsync();
        var cancelled = new TaskCompletionSource<DateTime>();
        server.Behaviour.Say = async (_, context) =>
        {
            await using var registration = context.CancellationToken.Register(() => cancelled.TrySetResult(context.Deadline));
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return new EchoReply();
        };
        var deadline = In(2000);

        var failure = await Should.ThrowAsync<RpcException>(server.Client.SayAsync(new EchoRequest(), deadline: deadline).ResponseAsync);

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        (await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBe(deadline, TimeSpan.FromSeconds(5));
    }

    [Fact]
    [Point(31)]
    public async Task Server_ends_the_stream_at_the_deadline_though_the_handler_goes_on()
    {
        await using var server = await EchoServer.StartAsync();
        var release = new TaskCompletionSource();
        var lateWrite = new TaskCompletionSource<Exception?>();
        server.Behaviour.Repeat = async (_, replies, _) =>
        {
            await release.Task;
            lateWrite.SetResult(await Record.ExceptionAsync(() => replies.WriteAsync(new EchoReply())));
        };

        var reply = await RawCall.SendAsync(server.Http, RawCall.Repeat, RawCall.Frame(new EchoRequest()), ("grpc-timeout", "100m"));

        reply.Status.ShouldBe("4");
        release.SetResult();
        (await lateWrite.Task).ShouldBeOfType<InvalidOperationException>();
    }

    [Fact]
    public async Task Server_ends_a_started_stream_at_the_deadline_with_trailers()
    {
        await using var server = await EchoServer.StartAsync();
        var release = new TaskCompletionSource();
        server.Behaviour.Repeat = async (_, replies, _) =>
        {
            await replies.WriteAsync(new EchoReply { Text = "first" });
            await release.Task;
        };

        var reply = await RawCall.SendAsync(server.Http, RawCall.Repeat, RawCall.Frame(new EchoRequest()), ("grpc-timeout", "200m"));

        reply.Trailers["grpc-status"].ShouldBe("4");
        reply.Body.ShouldBe(RawCall.Frame(new EchoReply { Text = "first" }));
        release.SetResult();
    }

    [Fact]
    [Point(32)]
    public async Task Deadline_already_passed_fails_without_a_request()
    {
        await using var server = await EchoServer.StartAsync();
        var calls = 0;
        server.Behaviour.Say = (_, _) =>
        {
            calls++;
            return Task.FromResult(new EchoReply());
        };

        var failure = await Should.ThrowAsync<RpcException>(server.Client.SayAsync(new EchoRequest(), deadline: In(-1)).ResponseAsync);
        await server.Client.SayAsync(new EchoRequest());

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        calls.ShouldBe(1);
    }

    [Fact]
    [Point(32)]
    public async Task Client_sends_the_time_that_remains()
    {
        await using var server = await EchoServer.StartAsync();
        DateTime seen = default;
        server.Behaviour.Say = (_, context) =>
        {
            seen = context.Deadline;
            return Task.FromResult(new EchoReply());
        };
        var deadline = In(60_000);

        await server.Client.SayAsync(new EchoRequest(), deadline: deadline);

        seen.ShouldBe(deadline, TimeSpan.FromSeconds(5));
        seen.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    [Point(35)]
    public async Task Deadline_of_centuries_is_served()
    {
        await using var server = await EchoServer.StartAsync();
        (await server.Client.SayAsync(new EchoRequest { Text = "patient" }, deadline: In(0).AddYears(500))).Text.ShouldBe("patient");
    }

    [Theory]
    [InlineData("0S")]
    [InlineData("100000000m")]
    [InlineData("-1S")]
    [InlineData("5x")]
    [Point(30)]
    public async Task Malformed_timeout_is_served_without_a_deadline(string timeout)
    {
        await using var server = await EchoServer.StartAsync();
        var reply = await RawCall.SendAsync(server.Http, RawCall.Say, RawCall.Frame(new EchoRequest()), ("grpc-timeout", timeout));
        reply.Status.ShouldBe("0");
    }

    [Fact]
    public async Task Deadline_that_is_not_utc_is_refused()
    {
        await using var server = await EchoServer.StartAsync();
        Should.Throw<InvalidOperationException>(() => server.Client.SayAsync(new EchoRequest(), deadline: new DateTime(2050, 1, 1, 0, 0, 0, DateTimeKind.Local)));
    }

    [Fact]
    public async Task Reader_of_a_stream_gets_the_deadline()
    {
        await using var server = await EchoServer.StartAsync();
        server.Behaviour.Repeat = async (_, replies, context) =>
        {
            await replies.WriteAsync(new EchoReply());
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        };
        using var call = server.Client.Repeat(new EchoRequest(), deadline: In(200));

        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        (await Should.ThrowAsync<RpcException>(call.ResponseStream.MoveNext())).StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        call.GetStatus().StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Fact]
    public async Task Deadline_throws_operation_canceled_when_the_channel_says_so()
    {
        await using var server = await EchoServer.StartAsync();
        server.Behaviour.Say = async (_, context) =>
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return new EchoReply();
        };
        var client = server.ClientOf(new GrpcChannelOptions { ThrowOperationCanceledOnCancellation = true });
        var failure = await Record.ExceptionAsync(() => client.SayAsync(new EchoRequest(), deadline: In(50)).ResponseAsync);
        failure.ShouldBeOfType<OperationCanceledException>().InnerException.ShouldBeOfType<RpcException>();
    }

    [Fact]
    public async Task Deadline_frees_a_handler_whose_client_has_stopped_reading()
    {
        await using var server = await EchoServer.StartAsync();
        var freed = new TaskCompletionSource<Exception?>();
        server.Behaviour.Repeat = async (_, replies, _) =>
        {
            var big = new EchoReply { Payload = Google.Protobuf.ByteString.CopyFrom(new byte[100_000]) };
            freed.SetResult(await Record.ExceptionAsync(async () =>
            {
                while (true)
                {
                    await replies.WriteAsync(big);
                }
            }));
        };
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        using var request = RawCall.Request(server.Http, RawCall.Repeat, RawCall.Frame(new EchoRequest()), ("grpc-timeout", "200m"));
        using var response = await http.SendAsync(request, CancellationToken.None);

        (await freed.Task.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeAssignableTo<OperationCanceledException>();
        (await Record.ExceptionAsync(() => response.Content.ReadAsByteArrayAsync())).ShouldNotBeNull();
    }
}
