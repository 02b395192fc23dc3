using Grpc.Core;
using Grpc.Net.Client;

namespace InfoSharing.Tests.Rpc;

/// <summary>The local equivalent of the interoperability cases that need Google's cloud: a bearer token as call credentials.</summary>
public class CallCredentialsTests
{
    private static CallCredentials Bearer(string token) => CallCredentials.FromInterceptor((_, metadata) =>
    {
        metadata.Add("authorization", $"Bearer {token}");
        return Task.CompletedTask;
    });

    [Fact]
    [Point(69)]
    public async Task Bearer_token_of_a_call_goes_over_tls()
    {
        await using var server = await StartAsync();
        var client = server.ClientOf(new GrpcChannelOptions(), tls: true);
        (await client.SayAsync(new EchoRequest(), new CallOptions(credentials: Bearer("secret")))).Text.ShouldBe("Bearer secret");
        (await client.SayAsync(new EchoRequest())).Text.ShouldBe("nobody");
    }

    [Fact]
    [Point(69, Official = "called without the credentials, and a line in the log")]
    public async Task Bearer_token_of_a_call_is_refused_in_plain_text()
    {
        await using var server = await StartAsync();
        var called = false;
        server.Behaviour.Say = (_, _) =>
        {
            called = true;
            return Task.FromResult(new EchoReply());
        };
        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client.SayAsync(new EchoRequest(), new CallOptions(credentials: Bearer("secret"))));
        failure.StatusCode.ShouldBe(StatusCode.Unauthenticated);
        failure.ToString().ShouldNotContain("secret");
        called.ShouldBeFalse();
    }

    [Fact]
    public async Task Channel_for_tests_may_send_them_in_plain_text_by_an_option_that_says_so()
    {
        await using var server = await StartAsync();
        var client = server.ClientOf(new GrpcChannelOptions { UnsafeUseInsecureChannelCallCredentials = true });
        (await client.SayAsync(new EchoRequest(), new CallOptions(credentials: Bearer("test")))).Text.ShouldBe("Bearer test");
    }

    [Fact]
    public async Task Credentials_of_a_channel_are_on_every_call_and_know_what_is_called()
    {
        await using var server = await StartAsync();
        var asked = new List<string>();
        var credentials = CallCredentials.FromInterceptor((context, metadata) =>
        {
            asked.Add($"{context.ServiceUrl} {context.MethodName}");
            metadata.Add("authorization", $"call {asked.Count}");
            return Task.CompletedTask;
        });
        var client = server.ClientOf(new GrpcChannelOptions { Credentials = ChannelCredentials.Create(ChannelCredentials.SecureSsl, credentials) }, tls: true);
        (await client.SayAsync(new EchoRequest())).Text.ShouldBe("call 1");
        (await client.SayAsync(new EchoRequest())).Text.ShouldBe("call 2");
        asked.ShouldAllBe(call => call == $"{server.Https.GetLeftPart(UriPartial.Authority)}/infosharing.tests.grpc.Echo Say");
    }

    [Fact]
    public async Task Composed_credentials_add_all_in_order()
    {
        await using var server = await StartAsync();
        var client = server.ClientOf(new GrpcChannelOptions { Credentials = ChannelCredentials.Create(new SslCredentials(), Bearer("a")) }, tls: true);
        (await client.SayAsync(new EchoRequest(), new CallOptions(credentials: CallCredentials.Compose(Bearer("b"), Bearer("c"))))).Text.ShouldBe("Bearer a, Bearer b, Bearer c");
    }

    [Fact]
    public async Task Credentials_that_fail_fail_the_call_as_unauthenticated()
    {
        await using var server = await StartAsync();
        var client = server.ClientOf(new GrpcChannelOptions(), tls: true);
        var broken = CallCredentials.FromInterceptor((_, _) => throw new InvalidOperationException("no token to be had"));
        var failure = await Should.ThrowAsync<RpcException>(async () => await client.SayAsync(new EchoRequest(), new CallOptions(credentials: broken)));
        failure.StatusCode.ShouldBe(StatusCode.Unauthenticated);
        failure.Status.DebugException.ShouldBeOfType<InvalidOperationException>();
    }

    [Fact]
    public async Task Credentials_that_never_answer_end_with_the_deadline()
    {
        await using var server = await StartAsync();
        var client = server.ClientOf(new GrpcChannelOptions(), tls: true);
        var never = CallCredentials.FromInterceptor((_, _) => new TaskCompletionSource().Task);
        var failure = await Should.ThrowAsync<RpcException>(async () => await client.SayAsync(new EchoRequest(), new CallOptions(deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(200), credentials: never)));
        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Fact]
    public void Channel_credentials_in_plain_text_take_no_call_credentials() =>
        Should.Throw<ArgumentException>(() => ChannelCredentials.Create(ChannelCredentials.Insecure, Bearer("secret")));

    private static async Task<EchoServer> StartAsync()
    {
        var server = await EchoServer.StartAsync();
        server.Behaviour.Say = (_, context) => Task.FromResult(new EchoReply { Text = context.RequestHeaders.GetValue("authorization") ?? "nobody" });
        return server;
    }
}
