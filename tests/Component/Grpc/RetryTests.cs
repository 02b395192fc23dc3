using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;

namespace InfoSharing.Tests.Rpc;

/// <summary>Point 71: gRFC A6.</summary>
public class RetryTests
{
    [Fact]
    [Point(71)]
    public async Task Call_is_tried_again_on_the_codes_named_and_says_how_often_it_failed()
    {
        await using var server = await EchoServer.StartAsync();
        var attempts = Failing(server, 2);
        (await server.ClientOf(Options()).SayAsync(new EchoRequest { Text = "x" })).Text.ShouldBe("x");
        attempts.ShouldBe(["", "1", "2"]);
    }

    [Fact]
    [Point(71)]
    public async Task Last_attempt_gives_its_status_and_trailers()
    {
        await using var server = await EchoServer.StartAsync();
        var attempts = Failing(server, 100);
        var failure = await Should.ThrowAsync<RpcException>(async () => await server.ClientOf(Options()).SayAsync(new EchoRequest()));
        failure.StatusCode.ShouldBe(StatusCode.Unavailable);
        failure.Trailers.GetValue("x-attempt").ShouldBe("4");
        attempts.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(StatusCode.Internal)]
    [InlineData(StatusCode.Aborted)]
    [Point(71)]
    public async Task Other_codes_are_final(StatusCode code)
    {
        await using var server = await EchoServer.StartAsync();
        var attempts = Failing(server, 100, code);
        (await Should.ThrowAsync<RpcException>(async () => await server.ClientOf(Options()).SayAsync(new EchoRequest()))).StatusCode.ShouldBe(code);
        attempts.Count.ShouldBe(1);
    }

    [Fact]
    [Point(71)]
    public async Task Call_whose_response_headers_have_come_is_not_tried_again()
    {
        await using var server = await EchoServer.StartAsync();
        var attempts = 0;
        server.Behaviour.Say = async (_, context) =>
        {
            attempts++;
            await context.WriteResponseHeadersAsync([]);
            throw new RpcException(new Status(StatusCode.Unavailable, "after the headers"));
        };
        await Should.ThrowAsync<RpcException>(async () => await server.ClientOf(Options()).SayAsync(new EchoRequest()));
        attempts.ShouldBe(1);
    }

    [Theory]
    [InlineData("0", 2)]
    [InlineData("1", 2)]
    [InlineData("-1", 1)]
    [InlineData("soon", 1)]
    [Point(71)]
    public async Task Pushback_of_the_server_is_obeyed(string pushback, int expected)
    {
        await using var server = await EchoServer.StartAsync();
        // The policy's own wait would outlast the test.
        var attempts = Failing(server, 1, pushback: pushback);
        var client = server.ClientOf(Options(backoff: TimeSpan.FromMinutes(10)));
        var call = await Record.ExceptionAsync(async () => await client.SayAsync(new EchoRequest(), deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(20)));
        (call is null).ShouldBe(expected == 2);
        attempts.Count.ShouldBe(expected);
    }

    [Fact]
    [Point(71)]
    public async Task Server_streaming_call_is_tried_again_before_its_first_message()
    {
        await using var server = await EchoServer.StartAsync();
        var attempts = 0;
        var usual = server.Behaviour.Repeat;
        server.Behaviour.Repeat = (request, replies, context) => ++attempts < 3 ? throw new RpcException(new Status(StatusCode.Unavailable, "")) : usual(request, replies, context);
        using var call = server.ClientOf(Options()).Repeat(new EchoRequest { Count = 3 });
        var read = 0;
        while (await call.ResponseStream.MoveNext())
        {
            read++;
        }

        (attempts, read).ShouldBe((3, 3));
    }

    [Fact]
    [Point(71)]
    public async Task Stream_of_requests_is_sent_again_whole()
    {
        await using var server = await EchoServer.StartAsync();
        var attempts = 0;
        var usual = server.Behaviour.Gather;
        server.Behaviour.Gather = async (requests, context) =>
        {
            if (++attempts < 3)
            {
                (await requests.MoveNext()).ShouldBeTrue();
                (await requests.MoveNext()).ShouldBeTrue();
                throw new RpcException(new Status(StatusCode.Unavailable, ""));
            }

            return await usual(requests, context);
        };
        using var call = server.ClientOf(Options()).Gather();
        foreach (var text in "abcde")
        {
            await call.RequestStream.WriteAsync(new EchoRequest { Text = text.ToString() });
        }

        await call.RequestStream.CompleteAsync();
        (await call).ShouldBe(new EchoReply { Text = "abcde", Count = 5 });
        attempts.ShouldBe(3);
    }

    [Fact]
    [Point(71)]
    public async Task Duplex_call_goes_on_after_its_attempt_is_committed()
    {
        await using var server = await EchoServer.StartAsync();
        var attempts = 0;
        var usual = server.Behaviour.Chat;
        server.Behaviour.Chat = async (requests, replies, context) =>
        {
            if (++attempts == 1)
            {
                throw new RpcException(new Status(StatusCode.Unavailable, ""));
            }

            await usual(requests, replies, context);
        };
        using var call = server.ClientOf(Options()).Chat();
        for (var i = 0; i < 50; i++)
        {
            await call.RequestStream.WriteAsync(new EchoRequest { Text = i.ToString() });
            (await call.ResponseStream.MoveNext()).ShouldBeTrue();
            call.ResponseStream.Current.Text.ShouldBe(i.ToString());
        }

        await call.RequestStream.CompleteAsync();
        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
        attempts.ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Point(71)]
    public async Task Request_over_the_buffer_is_not_tried_again(bool perCall)
    {
        await using var server = await EchoServer.StartAsync();
        var attempts = 0;
        server.Behaviour.Gather = async (requests, _) =>
        {
            attempts++;
            await foreach (var request in requests.ReadAllAsync())
            {
            }

            throw new RpcException(new Status(StatusCode.Unavailable, ""));
        };
        var options = Options();
        (perCall ? options : new()).MaxRetryBufferPerCallSize = 10_000;
        options.MaxRetryBufferSize = perCall ? null : 10_000;
        var client = server.ClientOf(options);
        foreach (var (size, expected) in new[] { (6_000, 1), (4_000, 4), (6_000, 1) })
        {
            attempts = 0;
            using var call = client.Gather();
            await call.RequestStream.WriteAsync(new EchoRequest { Text = new string('x', size) });
            await call.RequestStream.WriteAsync(new EchoRequest { Text = new string('x', size) });
            await call.RequestStream.CompleteAsync();
            (await Should.ThrowAsync<RpcException>(async () => await call)).StatusCode.ShouldBe(StatusCode.Unavailable);
            attempts.ShouldBe(expected);
        }
    }

    [Fact]
    public async Task Throttle_stops_retries_while_half_of_the_tokens_are_gone()
    {
        await using var server = await EchoServer.StartAsync();
        var attempts = Failing(server, 4);
        var options = Options();
        options.ServiceConfig!.RetryThrottling = new RetryThrottlingPolicy { MaxTokens = 4, TokenRatio = 1 };
        var client = server.ClientOf(options);
        await Should.ThrowAsync<RpcException>(async () => await client.SayAsync(new EchoRequest()));
        attempts.Count.ShouldBe(2); // 4 tokens, then 3, then 2: no more
        await Should.ThrowAsync<RpcException>(async () => await client.SayAsync(new EchoRequest()));
        attempts.Count.ShouldBe(3);
        await Should.ThrowAsync<RpcException>(async () => await client.SayAsync(new EchoRequest()));
        attempts.Count.ShouldBe(4);
        for (var i = 0; i < 4; i++)
        {
            await client.SayAsync(new EchoRequest());
        }

        attempts = Failing(server, 1);
        await client.SayAsync(new EchoRequest());
        attempts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Deadline_ends_the_wait_for_an_attempt()
    {
        await using var server = await EchoServer.StartAsync();
        Failing(server, 100);
        var client = server.ClientOf(Options(backoff: TimeSpan.FromMinutes(10)));
        var failure = await Should.ThrowAsync<RpcException>(async () => await client.SayAsync(new EchoRequest(), deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(300)));
        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Fact]
    public async Task Server_that_cannot_be_reached_is_tried_again_and_a_call_that_is_dropped_ends()
    {
        var port = Port();
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}", Options(backoff: TimeSpan.FromMilliseconds(10)));
        var call = new Echo.EchoClient(channel).SayAsync(new EchoRequest());
        (await Should.ThrowAsync<RpcException>(async () => await call)).StatusCode.ShouldBe(StatusCode.Unavailable);
        using var gather = new Echo.EchoClient(channel).Gather();
        var write = gather.RequestStream.WriteAsync(new EchoRequest());
        gather.Dispose();
        (await Should.ThrowAsync<RpcException>(() => write)).StatusCode.ShouldBe(StatusCode.Cancelled);
    }

    [Fact]
    public void Policy_that_is_not_whole_is_refused_and_all_that_it_lacks_named() =>
        Should.Throw<ArgumentException>(() => GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions
        {
            ServiceConfig = new ServiceConfig { MethodConfigs = { new MethodConfig { Names = { MethodName.Default }, RetryPolicy = new RetryPolicy { MaxAttempts = 1 } } } },
        })).Message.ShouldStartWith("A retry policy is not whole: MaxAttempts is 2 or more; InitialBackoff is more than zero; MaxBackoff is more than zero; BackoffMultiplier is more than zero; RetryableStatusCodes names a code or more.");

    [Fact]
    public async Task Closest_name_of_a_method_holds()
    {
        await using var server = await EchoServer.StartAsync();
        var attempts = Failing(server, 100);
        var options = Options();
        var config = new MethodConfig { Names = { new MethodName { Service = "infosharing.tests.grpc.Echo", Method = "Say" } }, RetryPolicy = Policy(TimeSpan.FromMilliseconds(1)) };
        config.RetryPolicy!.MaxAttempts = 2;
        options.ServiceConfig!.MethodConfigs.Add(config);
        await Should.ThrowAsync<RpcException>(async () => await server.ClientOf(options).SayAsync(new EchoRequest()));
        attempts.Count.ShouldBe(2);
    }

    private static int Port()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Fails so many calls, and notes what each attempt said of those before.</summary>
    private static ConcurrentQueue<string> Failing(EchoServer server, int times, StatusCode code = StatusCode.Unavailable, string? pushback = null)
    {
        var attempts = new ConcurrentQueue<string>();
        server.Behaviour.Say = (request, context) =>
        {
            attempts.Enqueue(context.RequestHeaders.GetValue("grpc-previous-rpc-attempts") ?? "");
            context.ResponseTrailers.Add("x-attempt", attempts.Count.ToString());
            if (pushback is not null)
            {
                context.ResponseTrailers.Add("grpc-retry-pushback-ms", pushback);
            }

            return attempts.Count <= times ? throw new RpcException(new Status(code, "not now")) : Task.FromResult(new EchoReply { Text = request.Text });
        };
        return attempts;
    }

    private static GrpcChannelOptions Options(TimeSpan? backoff = null) => new()
    {
        ServiceConfig = new ServiceConfig { MethodConfigs = { new MethodConfig { Names = { MethodName.Default }, RetryPolicy = Policy(backoff ?? TimeSpan.FromMilliseconds(1)) } } },
    };

    private static RetryPolicy Policy(TimeSpan backoff) => new()
    {
        MaxAttempts = 4,
        InitialBackoff = backoff,
        MaxBackoff = backoff * 10,
        BackoffMultiplier = 2,
        RetryableStatusCodes = { StatusCode.Unavailable },
    };
}
