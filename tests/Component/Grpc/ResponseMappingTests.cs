using Grpc.Core;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace InfoSharing.Tests.Rpc;

public class ResponseMappingTests
{
    private static readonly byte[] Reply = RawCall.Frame(new EchoReply { Text = "reply" });

    [Theory]
    [InlineData(400, StatusCode.Internal)]
    [InlineData(401, StatusCode.Unauthenticated)]
    [InlineData(403, StatusCode.PermissionDenied)]
    [InlineData(404, StatusCode.Unimplemented)]
    [InlineData(415, StatusCode.Unknown)]
    [InlineData(429, StatusCode.Unavailable)]
    [InlineData(431, StatusCode.Internal)]
    [InlineData(500, StatusCode.Unknown)]
    [InlineData(502, StatusCode.Unavailable)]
    [InlineData(503, StatusCode.Unavailable)]
    [InlineData(504, StatusCode.Unavailable)]
    [Point(37)]
    public async Task Http_status_is_mapped_when_there_is_no_grpc_status(int httpStatus, StatusCode expected) =>
        (await FailureAsync(Reply, "text/html", httpStatus)).StatusCode.ShouldBe(expected);

    [Fact]
    [Point(38)]
    public async Task Grpc_status_beats_the_http_status()
    {
        await using var server = await RawServer.StartAsync(http =>
        {
            http.Response.StatusCode = 503;
            http.Response.Headers["grpc-status"] = "7";
            http.Response.Headers["grpc-message"] = "no%20way";
            return Task.CompletedTask;
        });
        var failure = await FailureAsync(server);
        failure.StatusCode.ShouldBe(StatusCode.PermissionDenied);
        failure.Status.Detail.ShouldBe("no way");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/html")]
    [InlineData("application/grpc-web")]
    [Point(40, Official = "1")]
    public async Task Ok_that_is_not_grpc_is_unknown(string? contentType) =>
        (await FailureAsync(Reply, contentType, 200, ("grpc-status", "0"))).StatusCode.ShouldBe(StatusCode.Unknown);

    [Fact]
    [Point(39, Official = "1, \"No grpc-status found on response.\"")]
    public async Task Missing_status_is_unknown() => (await FailureAsync(Reply)).StatusCode.ShouldBe(StatusCode.Unknown);

    [Theory]
    [InlineData("abc", StatusCode.Unknown)]
    [InlineData("99", StatusCode.Unknown)]
    [InlineData("-1", StatusCode.Unknown)]
    [InlineData("05", StatusCode.NotFound)]
    [Point(41, Official = "1 for what is no number; 99 and -1 are passed through")]
    public async Task Odd_status_numbers_are_read(string status, StatusCode expected) =>
        (await FailureAsync(Reply, trailers: ("grpc-status", status))).StatusCode.ShouldBe(expected);

    [Fact]
    [Point(42)]
    public async Task Broken_message_encoding_is_no_error() =>
        (await FailureAsync(Reply, trailers: [("grpc-status", "3"), ("grpc-message", "bad%zz%4")])).Status.Detail.ShouldBe("bad%zz%4");

    [Fact]
    [Point(43)]
    public async Task Ok_without_a_message_is_internal() => (await FailureAsync([], trailers: ("grpc-status", "0"))).StatusCode.ShouldBe(StatusCode.Internal);

    [Fact]
    [Point(43)]
    public async Task Two_messages_on_a_unary_call_are_internal() =>
        (await FailureAsync([.. Reply, .. Reply], trailers: ("grpc-status", "0"))).StatusCode.ShouldBe(StatusCode.Internal);

    [Fact]
    [Point(45)]
    public async Task Half_a_message_and_ok_is_internal() =>
        (await FailureAsync(Reply[..7], trailers: ("grpc-status", "0"))).StatusCode.ShouldBe(StatusCode.Internal);

    [Fact]
    [Point(44, Official = "13")]
    public async Task Half_a_message_and_an_error_is_the_error() =>
        (await FailureAsync(Reply[..7], trailers: ("grpc-status", "9"))).StatusCode.ShouldBe(StatusCode.FailedPrecondition);

    [Fact]
    [Point(44)]
    public async Task Whole_message_and_an_error_is_the_error() =>
        (await FailureAsync(Reply, trailers: ("grpc-status", "10"))).StatusCode.ShouldBe(StatusCode.Aborted);

    [Fact]
    [Point(45)]
    public async Task Bad_flag_is_internal() =>
        (await FailureAsync(RawCall.Frame([], flag: 2), trailers: ("grpc-status", "0"))).StatusCode.ShouldBe(StatusCode.Internal);

    [Fact]
    [Point(47, Official = "14, which a retry policy would then retry")]
    public async Task Reply_that_cannot_be_decoded_is_internal() =>
        (await FailureAsync(RawCall.Frame([0xFF, 0xFF]), trailers: ("grpc-status", "0"))).StatusCode.ShouldBe(StatusCode.Internal);

    [Theory]
    [InlineData(null)]
    [InlineData("identity")]
    [InlineData("snappy")]
    [Point(46, Official = "12")]
    public async Task Compressed_reply_that_cannot_be_read_is_internal(string? encoding)
    {
        await using var server = await RawServer.StartAsync(async http =>
        {
            http.Response.ContentType = "application/grpc";
            http.Response.Headers["grpc-encoding"] = encoding;
            await http.Response.Body.WriteAsync(RawCall.Frame([1], flag: 1));
            http.Response.AppendTrailer("grpc-status", "0");
        });
        (await FailureAsync(server)).StatusCode.ShouldBe(StatusCode.Internal);
    }

    [Theory]
    [InlineData(0, StatusCode.Internal)]
    [InlineData(1, StatusCode.Internal)]
    [InlineData(2, StatusCode.Internal)]
    [InlineData(3, StatusCode.Internal)]
    [InlineData(7, StatusCode.Unavailable)]
    [InlineData(8, StatusCode.Cancelled)]
    [InlineData(11, StatusCode.ResourceExhausted)]
    [InlineData(12, StatusCode.PermissionDenied)]
    [Point(48)]
    public async Task Reset_is_mapped_by_its_code_before_and_after_the_headers(int code, StatusCode expected)
    {
        foreach (var started in new[] { false, true })
        {
            await using var server = await RawServer.StartAsync(async http =>
            {
                http.Response.ContentType = "application/grpc";
                if (started)
                {
                    await http.Response.Body.WriteAsync(Reply);
                    await http.Response.Body.FlushAsync();
                }

                http.Features.GetRequiredFeature<IHttpResetFeature>().Reset(code);
            });
            (await FailureAsync(server)).StatusCode.ShouldBe(expected, $"headers sent: {started}");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Point(49)]
    public async Task Connection_lost_is_unavailable(bool started)
    {
        await using var server = await RawServer.StartAsync(async http =>
        {
            http.Response.ContentType = "application/grpc";
            if (started)
            {
                await http.Response.Body.WriteAsync(Reply.AsMemory(0, 3));
                await http.Response.Body.FlushAsync();
            }

            http.Features.GetRequiredFeature<IConnectionLifetimeFeature>().Abort();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }); // until the abort has arrived: its cancellation is what is waited for
        });
        (await FailureAsync(server)).StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    [Fact]
    [Point(61)]
    public async Task Request_says_what_the_protocol_asks()
    {
        var headers = new HeaderDictionary();
        await using var server = await RawServer.StartAsync(http =>
        {
            foreach (var (name, value) in http.Request.Headers)
            {
                headers[name] = value;
            }

            http.Response.Headers["grpc-status"] = "5";
            return Task.CompletedTask;
        });
        await Should.ThrowAsync<RpcException>(server.Client.SayAsync(new EchoRequest(), deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(30)).ResponseAsync);

        headers["te"].ToString().ShouldBe("trailers");
        headers["content-type"].ToString().ShouldBe("application/grpc");
        headers["user-agent"].ToString().ShouldStartWith("grpc-dotnet-");
        headers["grpc-accept-encoding"].ToString().ShouldBe("identity,gzip");
        headers["grpc-timeout"].ToString().ShouldMatch("^(29[0-9]{3}|30000)m$");
        headers.ContainsKey("content-length").ShouldBeFalse();
    }

    private static async Task<RpcException> FailureAsync(byte[] body, string? contentType = "application/grpc", int httpStatus = 200, params (string, string)[] trailers)
    {
        await using var server = await RawServer.AnsweringAsync(body, contentType, httpStatus, trailers);
        return await FailureAsync(server);
    }

    private static Task<RpcException> FailureAsync(RawServer server) => Should.ThrowAsync<RpcException>(server.Client.SayAsync(new EchoRequest()).ResponseAsync);
}
