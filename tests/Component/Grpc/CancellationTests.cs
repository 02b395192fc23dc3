using Grpc.Core;

namespace InfoSharing.Tests.Rpc;

public class CancellationTests
{
    [Fact]
    [Point(34)]
    public async Task Token_cancels_the_call_and_the_handler()
    {
        await using var server = await EchoServer.StartAsync();
        var handler = new Handler();
        server.Behaviour.Say = handler.WaitAsync;
        using var source = new CancellationTokenSource();
        var call = server.Client.SayAsync(new EchoRequest(), cancellationToken: source.Token);
        await handler.Started;

        await source.CancelAsync();

        (await Should.ThrowAsync<RpcException>(call.ResponseAsync)).StatusCode.ShouldBe(StatusCode.Cancelled);
        await handler.Cancelled;
    }

    [Fact]
    [Point(34)]
    public async Task Dispose_cancels_the_call_and_the_handler()
    {
        await using var server = await EchoServer.StartAsync();
        var handler = new Handler();
        server.Behaviour.Say = handler.WaitAsync;
        var call = server.Client.SayAsync(new EchoRequest());
        await handler.Started;

        call.Dispose();

        (await Should.ThrowAsync<RpcException>(call.ResponseAsync)).StatusCode.ShouldBe(StatusCode.Cancelled);
        await handler.Cancelled;
    }

    [Fact]
    public async Task Dispose_of_a_half_read_stream_cancels_the_handler()
    {
        await using var server = await EchoServer.StartAsync();
        var handler = new Handler();
        server.Behaviour.Repeat = async (request, replies, context) =>
        {
            await replies.WriteAsync(new EchoReply());
            await handler.WaitAsync(request, context);
        };
        var call = server.Client.Repeat(new EchoRequest());
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();

        call.Dispose();

        await handler.Cancelled;
        call.GetStatus().StatusCode.ShouldBe(StatusCode.Cancelled);
        (await Should.ThrowAsync<RpcException>(call.ResponseStream.MoveNext())).StatusCode.ShouldBe(StatusCode.Cancelled);
    }

    [Fact]
    public async Task Token_of_a_read_cancels_the_call()
    {
        await using var server = await EchoServer.StartAsync();
        var handler = new Handler();
        server.Behaviour.Repeat = (request, _, context) => handler.WaitAsync(request, context);
        using var source = new CancellationTokenSource();
        using var call = server.Client.Repeat(new EchoRequest());
        var read = call.ResponseStream.MoveNext(source.Token);
        await handler.Started;

        await source.CancelAsync();

        (await Should.ThrowAsync<RpcException>(read)).StatusCode.ShouldBe(StatusCode.Cancelled);
        await handler.Cancelled;
    }

    [Fact]
    public async Task Dispose_of_an_open_request_stream_cancels_the_handler()
    {
        await using var server = await EchoServer.StartAsync();
        var handler = new Handler();
        server.Behaviour.Gather = async (requests, context) =>
        {
            await requests.MoveNext();
            return await handler.WaitAsync(requests.Current, context);
        };
        var call = server.Client.Gather();
        await call.RequestStream.WriteAsync(new EchoRequest());
        await handler.Started;

        call.Dispose();

        await handler.Cancelled;
        (await Should.ThrowAsync<RpcException>(call.RequestStream.WriteAsync(new EchoRequest()))).StatusCode.ShouldBe(StatusCode.Cancelled);
    }

    [Fact]
    public async Task Token_already_cancelled_fails_the_call()
    {
        await using var server = await EchoServer.StartAsync();
        var call = server.Client.SayAsync(new EchoRequest(), cancellationToken: new CancellationToken(canceled: true));
        (await Should.ThrowAsync<RpcException>(call.ResponseAsync)).StatusCode.ShouldBe(StatusCode.Cancelled);
    }

    [Fact]
    public async Task Dispose_after_the_end_changes_nothing()
    {
        await using var server = await EchoServer.StartAsync();
        var call = server.Client.SayAsync(new EchoRequest { Text = "kept" });
        await call;
        call.Dispose();
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
        (await call.ResponseAsync).Text.ShouldBe("kept");
    }

    [Fact]
    public async Task Status_of_a_call_under_way_is_refused()
    {
        await using var server = await EchoServer.StartAsync();
        var handler = new Handler();
        server.Behaviour.Say = handler.WaitAsync;
        using var call = server.Client.SayAsync(new EchoRequest());
        Should.Throw<InvalidOperationException>(() => call.GetStatus());
        Should.Throw<InvalidOperationException>(() => call.GetTrailers());
    }

    [Fact]
    public async Task Disposing_the_channel_ends_its_calls()
    {
        await using var server = await EchoServer.StartAsync();
        var handler = new Handler();
        server.Behaviour.Say = handler.WaitAsync;
        var channel = global::Grpc.Net.Client.GrpcChannel.ForAddress(server.Http);
        var call = new Echo.EchoClient(channel).SayAsync(new EchoRequest());
        await handler.Started;

        channel.Dispose();

        (await Should.ThrowAsync<RpcException>(call.ResponseAsync)).StatusCode.ShouldBe(StatusCode.Cancelled);
        await handler.Cancelled;
        Should.Throw<ObjectDisposedException>(() => channel.CreateCallInvoker());
    }

    /// <summary>A handler that waits for its token, and tells when it began and when it was cancelled.</summary>
    private sealed class Handler
    {
        private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Started => started.Task.WaitAsync(TimeSpan.FromSeconds(10));

        public Task Cancelled => cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10));

        public async Task<EchoReply> WaitAsync(EchoRequest request, ServerCallContext context)
        {
            await using var registration = context.CancellationToken.Register(() => cancelled.TrySetResult());
            started.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return new EchoReply();
        }
    }
}
