using Grpc.Core;

namespace InfoSharing.Tests.Rpc;

public class MetadataTests
{
    [Fact]
    public async Task Text_and_bytes_travel_both_ways_in_order()
    {
        await using var server = await EchoServer.StartAsync();
        server.Behaviour.Say = async (_, context) =>
        {
            var back = new Metadata();
            foreach (var entry in context.RequestHeaders.Where(entry => entry.Key.StartsWith("x-", StringComparison.Ordinal)))
            {
                back.Add(entry);
                context.ResponseTrailers.Add(entry);
            }

            await context.WriteResponseHeadersAsync(back);
            return new EchoReply();
        };
        var sent = new Metadata { { "X-Text", "one" }, { "x-raw-bin", [1, 2, 3, 4] }, { "x-raw-bin", [0xFF] }, { "x-empty-bin", [] } };

        using var call = server.Client.SayAsync(new EchoRequest(), sent);
        await call;

        foreach (var got in new[] { await call.ResponseHeadersAsync, call.GetTrailers() })
        {
            got.GetValue("x-text").ShouldBe("one");
            got.GetAll("x-raw-bin").Select(entry => Convert.ToHexString(entry.ValueBytes)).ShouldBe(["01020304", "FF"]);
            got.GetValueBytes("x-empty-bin").ShouldBe([]);
        }
    }

    [Fact]
    [Point(58)]
    public async Task Repeated_key_keeps_its_order()
    {
        await using var server = await EchoServer.StartAsync();
        var seen = "";
        server.Behaviour.Say = (_, context) =>
        {
            seen = string.Join('|', context.RequestHeaders.GetAll("x-a").Select(entry => entry.Value));
            context.ResponseTrailers.Add("x-b", "3");
            context.ResponseTrailers.Add("x-c", "between");
            context.ResponseTrailers.Add("x-b", "1");
            context.ResponseTrailers.Add("x-b", "2");
            return Task.FromResult(new EchoReply());
        };
        using var call = server.Client.SayAsync(new EchoRequest(), new Metadata { { "x-a", "2" }, { "x-a", "1" } });
        await call;

        seen.ShouldBe("2, 1"); // .NET's HTTP client joins a request's values, for the official package too
        call.GetTrailers().GetAll("x-b").Select(entry => entry.Value).ShouldBe(["3", "1", "2"]);
    }

    [Fact]
    [Point(55)]
    [Point(56)]
    [Point(57)]
    public async Task Bytes_are_accepted_padded_unpadded_and_joined_and_undecodable_ones_are_dropped()
    {
        await using var server = await EchoServer.StartAsync();
        string[] seen = [];
        server.Behaviour.Say = (_, context) =>
        {
            seen = [.. context.RequestHeaders.GetAll("x-a-bin").Select(entry => Convert.ToHexString(entry.ValueBytes))];
            return Task.FromResult(new EchoReply());
        };

        var reply = await RawCall.SendAsync(server.Http, RawCall.Say, RawCall.Frame(new EchoRequest()), ("x-a-bin", "AQ=="), ("x-a-bin", "Ag"), ("x-a-bin", "Aw==,BA, BQ"), ("x-a-bin", "!!!"), ("x-a-bin", "ABCDE"));

        reply.Status.ShouldBe("0");
        seen.ShouldBe(["01", "02", "03", "04", "05"]);
    }

    [Fact]
    [Point(55, Official = "padded, \"AQIDBA==\"")]
    public async Task Bytes_are_sent_without_padding()
    {
        await using var server = await EchoServer.StartAsync();
        server.Behaviour.Say = (_, context) =>
        {
            context.ResponseTrailers.Add("x-a-bin", [1, 2, 3, 4]);
            return Task.FromResult(new EchoReply());
        };
        var reply = await RawCall.SendAsync(server.Http, RawCall.Say, RawCall.Frame(new EchoRequest()));
        reply.Trailers["x-a-bin"].ShouldBe("AQIDBA");
    }

    [Fact]
    [Point(56, Official = "13, FormatException")]
    [Point(57, Official = "13")]
    public async Task Client_drops_undecodable_trailers_and_splits_joined_ones()
    {
        await using var server = await RawServer.AnsweringAsync(RawCall.Frame(new EchoReply()), trailers: [("grpc-status", "0"), ("x-a-bin", "AQ,Ag=="), ("x-b-bin", "%%%")]);
        using var call = server.Client.SayAsync(new EchoRequest());
        await call;
        call.GetTrailers().Select(entry => entry.ToString()).ShouldBe(["[Entry: key=x-a-bin, 1 bytes]", "[Entry: key=x-a-bin, 1 bytes]"]);
    }

    [Fact]
    [Point(58)]
    public async Task Protocol_headers_are_hidden_and_not_overridden()
    {
        await using var server = await EchoServer.StartAsync();
        string[] seen = [];
        server.Behaviour.Say = (_, context) =>
        {
            seen = [.. context.RequestHeaders.Select(entry => entry.Key)];
            context.ResponseTrailers.Add("grpc-status", "7");
            return Task.FromResult(new EchoReply());
        };
        using var call = server.Client.SayAsync(new EchoRequest(), new Metadata { { "te", "gzip" }, { "grpc-timeout", "1n" }, { "content-type", "text/plain" }, { "expires", "0" } });
        await call;

        seen.ShouldNotContain("te");
        seen.ShouldNotContain("content-type");
        seen.ShouldNotContain("grpc-accept-encoding");
        seen.ShouldContain("user-agent");
        seen.ShouldContain("expires");
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }

    [Fact]
    [Point(59)]
    public async Task Echoing_everything_received_does_not_throw()
    {
        await using var server = await EchoServer.StartAsync();
        server.Behaviour.Say = async (_, context) =>
        {
            await context.WriteResponseHeadersAsync(context.RequestHeaders);
            foreach (var entry in context.RequestHeaders)
            {
                context.ResponseTrailers.Add(entry);
            }

            return new EchoReply();
        };
        var reply = await RawCall.SendAsync(server.Http, RawCall.Say, RawCall.Frame(new EchoRequest()), ("x-odd!", "a"), ("x-a", "b"), ("x-z-bin", "AQ"));
        reply.Status.ShouldBe("0");
        reply.Trailers["x-a"].ShouldBe("b");
        reply.Trailers["x-z-bin"].ShouldBe("AQ");
        reply.Trailers.ShouldNotContainKey("x-odd!");
    }

    [Fact]
    [Point(26)]
    public async Task Response_headers_arrive_before_the_first_message_and_go_once()
    {
        await using var server = await EchoServer.StartAsync();
        var read = new TaskCompletionSource();
        Exception? second = null;
        server.Behaviour.Repeat = async (_, replies, context) =>
        {
            await context.WriteResponseHeadersAsync(new Metadata { { "x-early", "yes" } });
            await read.Task;
            second = await Record.ExceptionAsync(() => context.WriteResponseHeadersAsync([]));
            await replies.WriteAsync(new EchoReply());
        };
        using var call = server.Client.Repeat(new EchoRequest());

        (await call.ResponseHeadersAsync).GetValue("x-early").ShouldBe("yes");
        read.SetResult();
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        second.ShouldBeOfType<InvalidOperationException>();
    }

    [Fact]
    [Point(7)]
    [Point(53)]
    public async Task Headers_over_the_limits_fail_their_own_call_only()
    {
        await using var server = await EchoServer.StartAsync();
        var size = 9_000;
        server.Behaviour.Say = (_, context) =>
        {
            context.ResponseTrailers.Add("x-large", new string('x', size));
            return Task.FromResult(new EchoReply { Text = "served" });
        };
        (await server.Client.SayAsync(new EchoRequest())).Text.ShouldBe("served");

        size = 70_000;
        (await Should.ThrowAsync<RpcException>(server.Client.SayAsync(new EchoRequest()).ResponseAsync)).StatusCode.ShouldBe(StatusCode.Unavailable);
        await Should.ThrowAsync<RpcException>(server.Client.SayAsync(new EchoRequest(), new Metadata { { "x-large", new string('x', size) } }).ResponseAsync);

        size = 10;
        (await server.Client.SayAsync(new EchoRequest())).Text.ShouldBe("served");
    }

    [Theory]
    [InlineData("x a", "v")]
    [InlineData("", "v")]
    [InlineData("é", "v")]
    [InlineData("x-a-bin", "v")]
    [InlineData("x-a", "☺")]
    [InlineData("x-a", "two\nlines")]
    [Point(54, Official = "a wrong value is refused later, by the transport")]
    public void Key_or_value_that_cannot_travel_is_refused_when_added(string key, string value) =>
        Should.Throw<ArgumentException>(() => new Metadata().Add(key, value));

    [Fact]
    public void Bytes_need_the_suffix_and_the_empty_collection_is_read_only()
    {
        Should.Throw<ArgumentException>(() => new Metadata().Add("x-a", [1]));
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.Add("x-a", "b"));
    }
}
