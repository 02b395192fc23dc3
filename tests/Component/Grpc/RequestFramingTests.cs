using System.Net;

namespace InfoSharing.Tests.Rpc;

public class RequestFramingTests
{
    private static readonly byte[] Hello = RawCall.Frame(new EchoRequest { Text = "hello" });

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [Point(4)]
    [Point(8)]
    [Point(19)]
    public async Task Message_in_pieces_is_put_together(int pieceSize)
    {
        await using var server = await EchoServer.StartAsync();
        var reply = await RawCall.SendAsync(server.Http, RawCall.Say, new BytesContent(Hello, pieceSize));
        reply.HttpStatus.ShouldBe(200);
        reply.Trailers["grpc-status"].ShouldBe("0");
        reply.Trailers.ShouldNotContainKey("grpc-message");
        reply.Body.ShouldBe(RawCall.Frame(new EchoReply { Text = "hello" }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    [Point(8)]
    public async Task Stream_of_messages_is_taken_apart_however_the_frames_lie(int pieceSize)
    {
        await using var server = await EchoServer.StartAsync();
        byte[] body = [.. RawCall.Frame(new EchoRequest { Text = "a" }), .. RawCall.Frame(new EchoRequest()), .. RawCall.Frame(new EchoRequest { Text = "b" })];
        var reply = await RawCall.SendAsync(server.Http, "/infosharing.tests.grpc.Echo/Gather", new BytesContent(body, pieceSize));
        reply.Body.ShouldBe(RawCall.Frame(new EchoReply { Text = "ab", Count = 3 }));
    }

    [Theory]
    [InlineData(RawCall.Say)]
    [InlineData(RawCall.Repeat)]
    [Point(11)]
    public async Task Second_message_is_internal(string path) =>
        (await SendAsync(path, [.. Hello, .. Hello])).ShouldBe("13");

    [Theory]
    [InlineData(RawCall.Say)]
    [InlineData(RawCall.Repeat)]
    [Point(10)]
    public async Task Missing_message_is_internal(string path) => (await SendAsync(path, [])).ShouldBe("13");

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(8)]
    [Point(10)]
    public async Task Truncated_message_is_internal(int length) => (await SendAsync(RawCall.Say, Hello[..length])).ShouldBe("13");

    [Fact]
    [Point(14)]
    [Point(20)]
    public async Task Flag_other_than_0_or_1_is_internal() => (await SendAsync(RawCall.Say, RawCall.Frame([], flag: 2))).ShouldBe("13");

    [Fact]
    [Point(15, Official = "2, \"Exception was thrown by handler.\"")]
    public async Task Bytes_that_are_no_message_are_internal() => (await SendAsync(RawCall.Say, RawCall.Frame([0xFF, 0xFF, 0xFF]))).ShouldBe("13");

    [Theory]
    [InlineData(null)]
    [InlineData("identity")]
    [Point(16)]
    public async Task Compressed_flag_without_an_encoding_is_internal(string? encoding) =>
        (await SendAsync(RawCall.Say, RawCall.Frame([], flag: 1), encoding is null ? [] : [("grpc-encoding", encoding)])).ShouldBe("13");

    [Fact]
    [Point(17)]
    public async Task Compressed_flag_with_an_unknown_encoding_is_unimplemented_and_says_what_is_known()
    {
        await using var server = await EchoServer.StartAsync();
        var reply = await RawCall.SendAsync(server.Http, RawCall.Say, RawCall.Frame([], flag: 1), ("grpc-encoding", "snappy"));
        reply.Status.ShouldBe("12");
        reply.Headers["grpc-accept-encoding"].ShouldBe("identity,gzip");
    }

    [Fact]
    [Point(17)]
    public async Task Unknown_encoding_on_a_plain_message_is_served() =>
        (await SendAsync(RawCall.Say, Hello, ("grpc-encoding", "snappy"))).ShouldBe("0");

    [Theory]
    [InlineData("application/grpc+proto")]
    [InlineData("application/grpc+thrift")]
    [InlineData("application/grpc; charset=utf-8")]
    [InlineData("Application/GRPC")]
    [Point(2)]
    public async Task Forms_of_the_content_type_are_served(string contentType) =>
        (await SendAsync(RawCall.Say, Hello, ("content-type", contentType))).ShouldBe("0");

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/grpc-web")]
    [InlineData("application/grpcx")]
    [Point(2)]
    public async Task Other_content_type_is_415(string contentType)
    {
        await using var server = await EchoServer.StartAsync();
        var reply = await RawCall.SendAsync(server.Http, RawCall.Say, Hello, ("content-type", contentType));
        reply.HttpStatus.ShouldBe((int)HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/html")]
    [Point(5)]
    public async Task Unknown_path_that_is_not_grpc_is_404(string contentType)
    {
        await using var server = await EchoServer.StartAsync();
        var reply = await RawCall.SendAsync(server.Http, "/some/page", Hello, ("content-type", contentType));
        reply.HttpStatus.ShouldBe(404);
        reply.Headers.ShouldNotContainKey("grpc-status");
    }

    [Fact]
    [Point(1)]
    public async Task Get_is_not_answered_as_grpc()
    {
        await using var server = await EchoServer.StartAsync();
        using var http = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using var response = await http.GetAsync(new Uri(server.Http, RawCall.Say));
        ((int)response.StatusCode).ShouldBe(405);
        response.Headers.Contains("grpc-status").ShouldBeFalse();
    }

    [Fact]
    [Point(3)]
    public async Task Http_1_is_told_to_upgrade()
    {
        await using var server = await EchoServer.StartAsync();
        using var http = new HttpClient();
        using var content = new ByteArrayContent(Hello);
        content.Headers.TryAddWithoutValidation("content-type", "application/grpc");
        using var response = await http.PostAsync(new Uri(server.HttpOne, RawCall.Say), content);
        response.StatusCode.ShouldBe(HttpStatusCode.UpgradeRequired);
    }

    private static async Task<string?> SendAsync(string path, byte[] body, params (string Name, string Value)[] headers)
    {
        await using var server = await EchoServer.StartAsync();
        var reply = await RawCall.SendAsync(server.Http, path, body, headers);
        reply.HttpStatus.ShouldBe(200);
        return reply.Status;
    }
}
