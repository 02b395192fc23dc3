using Grpc.Core;
using Grpc.Net.Client;

namespace InfoSharing.Tests.Rpc;

public class CallKindsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Unary_call_returns_the_reply(bool tls)
    {
        await using var server = await EchoServer.StartAsync();
        using var call = server.ClientOf(new GrpcChannelOptions(), tls).SayAsync(new EchoRequest { Text = "hello" });

        (await call).Text.ShouldBe("hello");
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
        call.GetTrailers().Count.ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Server_stream_arrives_whole_and_in_order(bool tls)
    {
        await using var server = await EchoServer.StartAsync();
        using var call = server.ClientOf(new GrpcChannelOptions(), tls).Repeat(new EchoRequest { Count = 500, Size = 300 });

        var counts = new List<int>();
        await foreach (var reply in call.ResponseStream.ReadAllAsync())
        {
            counts.Add(reply.Count);
        }

        counts.ShouldBe(Enumerable.Range(0, 500));
        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Client_stream_arrives_whole_and_in_order(bool tls)
    {
        await using var server = await EchoServer.StartAsync();
        using var call = server.ClientOf(new GrpcChannelOptions(), tls).Gather();
        for (var i = 0; i < 5; i++)
        {
            await call.RequestStream.WriteAsync(new EchoRequest { Text = i.ToString() });
        }

        await call.RequestStream.CompleteAsync();
        await call.RequestStream.CompleteAsync();

        var reply = await call;
        reply.Count.ShouldBe(5);
        reply.Text.ShouldBe("01234");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Point(66)]
    public async Task Duplex_call_answers_each_request_before_the_next(bool tls)
    {
        await using var server = await EchoServer.StartAsync();
        using var call = server.ClientOf(new GrpcChannelOptions(), tls).Chat();
        for (var i = 0; i < 5; i++)
        {
            await call.RequestStream.WriteAsync(new EchoRequest { Text = $"ping {i}" });
            (await call.ResponseStream.MoveNext()).ShouldBeTrue();
            call.ResponseStream.Current.Text.ShouldBe($"ping {i}");
        }

        await call.RequestStream.CompleteAsync();
        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
    }

    [Fact]
    [Point(9)]
    public async Task Empty_message_is_a_message()
    {
        await using var server = await EchoServer.StartAsync();
        (await server.Client.SayAsync(new EchoRequest())).ShouldBe(new EchoReply());
    }

    [Fact]
    [Point(66)]
    public async Task Duplex_call_without_messages_ends_well()
    {
        await using var server = await EchoServer.StartAsync();
        using var call = server.Client.Chat();
        await call.RequestStream.CompleteAsync();
        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
    }

    [Fact]
    public async Task Messages_larger_than_the_window_arrive_both_ways()
    {
        await using var server = await EchoServer.StartAsync();
        server.Behaviour.Say = (request, _) => Task.FromResult(new EchoReply { Text = request.Text });
        var text = new string('x', 3_000_000);
        (await server.Client.SayAsync(new EchoRequest { Text = text })).Text.ShouldBe(text);
    }

    [Fact]
    public async Task Blocking_call_returns_the_reply()
    {
        await using var server = await EchoServer.StartAsync();
        var reply = await Task.Run(() => server.Client.Say(new EchoRequest { Text = "blocking" }));
        reply.Text.ShouldBe("blocking");
    }

    [Fact]
    [Point(28)]
    [Point(65)]
    public async Task Second_read_or_write_under_way_is_refused()
    {
        await using var server = await EchoServer.StartAsync();
        var refused = new TaskCompletionSource<bool>();
        server.Behaviour.Chat = async (requests, _, _) =>
        {
            var first = requests.MoveNext();
            refused.SetResult(await Record.ExceptionAsync(() => requests.MoveNext()) is InvalidOperationException);
            await first;
        };
        using var call = server.Client.Chat();
        var read = call.ResponseStream.MoveNext();
        Should.Throw<InvalidOperationException>(() => { _ = call.ResponseStream.MoveNext(); });

        (await refused.Task).ShouldBeTrue();
        await call.RequestStream.CompleteAsync();
        (await read).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => { _ = call.RequestStream.WriteAsync(new EchoRequest()); });
    }

    [Fact]
    public async Task Service_is_made_for_each_call_when_not_registered()
    {
        await using var server = await EchoServer.StartAsync();
        (await server.Client.SayAsync(new EchoRequest { Text = "one" })).Text.ShouldBe("one");
        (await server.Client.SayAsync(new EchoRequest { Text = "two" })).Text.ShouldBe("two");
    }

    [Fact]
    [Point(34)]
    public async Task Context_names_method_host_peer_and_no_deadline()
    {
        await using var server = await EchoServer.StartAsync();
        ServerCallContext? seen = null;
        server.Behaviour.Say = (_, context) =>
        {
            seen = context;
            context.Method.ShouldBe(RawCall.Say);
            context.Host.ShouldBe(server.Http.Authority);
            context.Peer.ShouldStartWith("ipv4:127.0.0.1:");
            context.Deadline.ShouldBe(DateTime.MaxValue);
            context.AuthContext.IsPeerAuthenticated.ShouldBeFalse();
            context.GetHttpContext().Request.Protocol.ShouldBe("HTTP/2");
            context.UserState["a"] = "b";
            return Task.FromResult(new EchoReply());
        };
        await server.Client.SayAsync(new EchoRequest());
        seen.ShouldNotBeNull();
    }

    [Fact]
    public async Task Client_with_a_host_calls_that_authority()
    {
        await using var server = await EchoServer.StartAsync();
        server.Behaviour.Say = (_, context) => Task.FromResult(new EchoReply { Text = context.Host });
        (await server.Client.WithHost("other.example:1").SayAsync(new EchoRequest())).Text.ShouldBe("other.example:1");
    }

    [Fact]
    public async Task Certificate_of_the_client_is_its_identity()
    {
        await using var server = await EchoServer.StartAsync();
        server.Behaviour.Say = (_, context) => Task.FromResult(new EchoReply { Text = string.Join(',', context.AuthContext.PeerIdentity.Select(fact => $"{fact.Name}={fact.Value}")) });
        using var handler = TestCertificate.TrustingHandler();
        handler.SslOptions.ClientCertificates = [TestCertificate.Localhost];
        using var channel = GrpcChannel.ForAddress(server.Https, new GrpcChannelOptions { HttpHandler = handler, Credentials = ChannelCredentials.SecureSsl });
        (await new Echo.EchoClient(channel).SayAsync(new EchoRequest())).Text.ShouldBe("x509_subject_alternative_name=localhost");
    }

    [Fact]
    [Point(28)]
    public async Task Buffer_hint_delays_messages_and_loses_none()
    {
        await using var server = await EchoServer.StartAsync();
        var release = new TaskCompletionSource();
        server.Behaviour.Repeat = async (_, replies, context) =>
        {
            await context.WriteResponseHeadersAsync([]);
            replies.WriteOptions = new WriteOptions(WriteFlags.BufferHint);
            await replies.WriteAsync(new EchoReply { Count = 1 });
            await release.Task;
            replies.WriteOptions = null;
            await replies.WriteAsync(new EchoReply { Count = 2 });
        };
        using var call = server.Client.Repeat(new EchoRequest());
        await call.ResponseHeadersAsync;
        var first = call.ResponseStream.MoveNext();
        await Should.ThrowAsync<TimeoutException>(first.WaitAsync(TimeSpan.FromMilliseconds(100)));

        release.SetResult();
        (await first).ShouldBeTrue();
        call.ResponseStream.Current.Count.ShouldBe(1);
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        call.ResponseStream.Current.Count.ShouldBe(2);
    }

    [Fact]
    public void Client_made_for_a_test_double_says_what_was_not_replaced() =>
        Should.Throw<NotSupportedException>(() => new UnreplacedClient().SayAsync(new EchoRequest())).Message.ShouldContain("/infosharing.tests.grpc.Echo/Say");

    private sealed class UnreplacedClient : Echo.EchoClient;
}
