using Grpc.Core;
using Grpc.Net.Client;

namespace InfoSharing.Tests.Rpc;

public class MessageSizeTests
{
    private static readonly EchoRequest FiveMebibytes = new() { Text = new string('x', 5 << 20) };

    [Fact]
    public async Task Request_over_the_limit_is_refused_by_the_server()
    {
        await using var server = await EchoServer.StartAsync();
        (await Should.ThrowAsync<RpcException>(server.Client.SayAsync(FiveMebibytes).ResponseAsync)).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        (await server.Client.SayAsync(new EchoRequest { Text = "alive" })).Text.ShouldBe("alive");
    }

    [Fact]
    [Point(45)]
    public async Task Reply_over_the_limit_is_refused_by_the_client()
    {
        await using var server = await EchoServer.StartAsync(options => options.MaxReceiveMessageSize = null);
        (await Should.ThrowAsync<RpcException>(server.Client.SayAsync(FiveMebibytes).ResponseAsync)).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        (await server.ClientOf(new GrpcChannelOptions { MaxReceiveMessageSize = null }).SayAsync(FiveMebibytes)).Text.Length.ShouldBe(5 << 20);
    }

    [Fact]
    public async Task Message_at_the_limit_passes_and_one_byte_more_does_not()
    {
        var request = new EchoRequest { Text = new string('x', 1000) };
        await using var server = await EchoServer.StartAsync(options => options.MaxReceiveMessageSize = request.CalculateSize());
        await server.Client.SayAsync(request);
        request.Text += "x";
        (await Should.ThrowAsync<RpcException>(server.Client.SayAsync(request).ResponseAsync)).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task Options_of_one_service_go_over_those_of_all()
    {
        await using var server = await EchoServer.StartAsync(all => { all.MaxReceiveMessageSize = 10; all.EnableDetailedErrors = true; }, echo => echo.MaxReceiveMessageSize = 1000);
        await server.Client.SayAsync(new EchoRequest { Text = new string('x', 500) });
        (await Should.ThrowAsync<RpcException>(server.Client.SayAsync(new EchoRequest { Text = new string('x', 2000) }).ResponseAsync)).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        server.Behaviour.Say = (_, _) => throw new InvalidOperationException("why");
        (await Should.ThrowAsync<RpcException>(server.Client.SayAsync(new EchoRequest()).ResponseAsync)).Status.Detail.ShouldEndWith("why");
    }

    [Fact]
    public async Task Sending_over_the_limit_is_refused_on_either_side()
    {
        await using var server = await EchoServer.StartAsync(options => options.MaxSendMessageSize = 100);
        var client = server.ClientOf(new GrpcChannelOptions { MaxSendMessageSize = 1000 });
        (await Should.ThrowAsync<RpcException>(client.SayAsync(new EchoRequest { Text = new string('x', 2000) }).ResponseAsync)).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        (await Should.ThrowAsync<RpcException>(client.SayAsync(new EchoRequest { Text = new string('x', 500) }).ResponseAsync)).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        using var stream = client.Gather();
        (await Should.ThrowAsync<RpcException>(stream.RequestStream.WriteAsync(new EchoRequest { Text = new string('x', 2000) }))).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Theory]
    [InlineData(5u << 20)]
    [InlineData(0x8000_0000u)]
    [InlineData(0xFFFF_FFFFu)]
    [Point(12)]
    public async Task Length_over_the_limit_is_refused_from_the_prefix_alone(uint length)
    {
        await using var server = await EchoServer.StartAsync();
        var reply = await RawCall.SendAsync(server.Http, RawCall.Say, RawCall.Frame([], length: length));
        reply.Status.ShouldBe("8");

        await using var wrong = await RawServer.AnsweringAsync(RawCall.Frame([], length: length), trailers: ("grpc-status", "0"));
        (await Should.ThrowAsync<RpcException>(wrong.Client.SayAsync(new EchoRequest()).ResponseAsync)).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }
}
