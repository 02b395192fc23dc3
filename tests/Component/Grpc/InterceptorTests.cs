using System.Collections.Concurrent;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;

namespace InfoSharing.Tests.Rpc;

public class InterceptorTests
{
    [Fact]
    public async Task Server_interceptors_run_around_every_kind_of_call_the_first_outermost_and_are_disposed()
    {
        var notes = new ConcurrentQueue<string>();
        await using var server = await EchoServer.StartAsync(
            options => options.Interceptors.Add<NotingInterceptor>("all", notes),
            forEcho: options => options.Interceptors.Add<NotingInterceptor>("one", notes));

        await server.Client.SayAsync(new EchoRequest());
        await Drain(server.Client.Repeat(new EchoRequest { Count = 2 }).ResponseStream);
        using (var gather = server.Client.Gather())
        {
            await gather.RequestStream.CompleteAsync();
            await gather;
        }

        using (var chat = server.Client.Chat())
        {
            await chat.RequestStream.CompleteAsync();
            await Drain(chat.ResponseStream);
        }

        string[] around(string method) => [$"all in {method}", $"one in {method}", "one out", "one disposed", "all out", "all disposed"];
        notes.ShouldBe([.. around("Say"), .. around("Repeat"), .. around("Gather"), .. around("Chat")]);
    }

    [Fact]
    public async Task Client_interceptors_run_around_every_kind_of_call_the_first_outermost()
    {
        var notes = new ConcurrentQueue<string>();
        await using var server = await EchoServer.StartAsync();
        var client = new Echo.EchoClient(server.ChannelOf(new GrpcChannelOptions()).Intercept(new NotingInterceptor("a", notes), new NotingInterceptor("b", notes)));

        client.Say(new EchoRequest { Text = "blocking" }).Text.ShouldBe("blocking");
        (await client.SayAsync(new EchoRequest { Text = "unary" })).Text.ShouldBe("unary");
        await Drain(client.Repeat(new EchoRequest()).ResponseStream);
        using (var gather = client.Gather())
        {
            await gather.RequestStream.CompleteAsync();
            await gather;
        }

        using (var chat = client.Chat())
        {
            await chat.RequestStream.CompleteAsync();
            await Drain(chat.ResponseStream);
        }

        notes.ShouldBe(["a blocking Say", "b blocking Say", "a unary Say", "b unary Say", "a server stream Repeat", "b server stream Repeat", "a client stream Gather", "b client stream Gather", "a duplex Chat", "b duplex Chat"]);
    }

    [Fact]
    public async Task Metadata_interceptor_changes_a_copy()
    {
        await using var server = await EchoServer.StartAsync();
        var seen = "";
        server.Behaviour.Say = (_, context) =>
        {
            seen = context.RequestHeaders.GetValue("x-a") + context.RequestHeaders.GetValue("x-b");
            return Task.FromResult(new EchoReply());
        };
        var client = new Echo.EchoClient(server.ChannelOf(new GrpcChannelOptions()).Intercept(headers =>
        {
            headers.Add("x-b", "added");
            return headers;
        }));
        var own = new Metadata { { "x-a", "own " } };

        await client.SayAsync(new EchoRequest(), own);

        seen.ShouldBe("own added");
        own.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Interceptor_that_refuses_a_call_ends_it_before_the_service_is_made()
    {
        await using var server = await EchoServer.StartAsync(options => options.Interceptors.Add<Refusing>());
        var called = false;
        server.Behaviour.Say = (_, _) =>
        {
            called = true;
            return Task.FromResult(new EchoReply());
        };

        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client.SayAsync(new EchoRequest()));

        failure.StatusCode.ShouldBe(StatusCode.PermissionDenied);
        failure.Trailers.GetValue("x-why").ShouldBe("because");
        called.ShouldBeFalse();
    }

    [Fact]
    public async Task Interceptor_may_wrap_the_context_and_comes_from_the_container_where_it_is_registered()
    {
        var shared = new Wrapping();
        await using var server = await EchoServer.StartAsync(options => options.Interceptors.Add<Wrapping>(), services: services => services.AddSingleton(shared));
        server.Behaviour.Say = (_, context) => Task.FromResult(new EchoReply { Text = context.Peer });

        (await server.Client.SayAsync(new EchoRequest())).Text.ShouldBe("wrapped");
        (await server.Client.SayAsync(new EchoRequest())).Text.ShouldBe("wrapped");
        shared.Calls.ShouldBe(2);
    }

    [Fact]
    public void Type_that_is_no_interceptor_is_refused() =>
        Should.Throw<ArgumentException>(() => new InterceptorCollection().Add(typeof(string)));

    private static async Task Drain<T>(IAsyncStreamReader<T> reader)
        where T : class
    {
        while (await reader.MoveNext())
        {
        }
    }

    public sealed class Refusing : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            throw new RpcException(new Status(StatusCode.PermissionDenied, "not you"), new Metadata { { "x-why", "because" } });
    }

    public sealed class Wrapping : Interceptor
    {
        public int Calls { get; private set; }

        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            Calls++;
            return continuation(request, new Wrapped(context));
        }
    }

    private sealed class Wrapped(ServerCallContext inner) : ServerCallContext
    {
        protected override string MethodCore => inner.Method;

        protected override string HostCore => inner.Host;

        protected override string PeerCore => "wrapped";

        protected override DateTime DeadlineCore => inner.Deadline;

        protected override Metadata RequestHeadersCore => inner.RequestHeaders;

        protected override CancellationToken CancellationTokenCore => inner.CancellationToken;

        protected override Metadata ResponseTrailersCore => inner.ResponseTrailers;

        protected override Status StatusCore { get => inner.Status; set => inner.Status = value; }

        protected override WriteOptions? WriteOptionsCore { get => inner.WriteOptions; set => inner.WriteOptions = value; }

        protected override AuthContext AuthContextCore => inner.AuthContext;

        protected override IDictionary<object, object> UserStateCore { get; } = new Dictionary<object, object> { ["__HttpContext"] = inner.GetHttpContext() };

        protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => inner.WriteResponseHeadersAsync(responseHeaders);

        protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) => inner.CreatePropagationToken(options);
    }
}
