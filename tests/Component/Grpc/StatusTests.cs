using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Status = Grpc.Core.Status;

namespace InfoSharing.Tests.Rpc;

public class StatusTests
{
    private const string Hard = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n 100% ";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Point(22)]
    public async Task Status_message_arrives_exactly(bool afterMessages)
    {
        await using var server = await EchoServer.StartAsync();
        server.Behaviour.Repeat = async (_, replies, _) =>
        {
            if (afterMessages)
            {
                await replies.WriteAsync(new EchoReply());
            }

            throw new RpcException(new Status(StatusCode.FailedPrecondition, Hard));
        };
        using var call = server.Client.Repeat(new EchoRequest());

        var failure = await Should.ThrowAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext())
            {
            }
        });

        failure.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        failure.Status.Detail.ShouldBe(Hard);
        call.GetStatus().Detail.ShouldBe(Hard);
    }

    [Fact]
    public async Task Status_set_on_the_context_ends_the_call_in_place_of_the_reply()
    {
        await using var server = await EchoServer.StartAsync();
        server.Behaviour.Say = (_, context) =>
        {
            context.Status = new Status(StatusCode.NotFound, "gone");
            return Task.FromResult(new EchoReply());
        };
        var failure = await Should.ThrowAsync<RpcException>(server.Client.SayAsync(new EchoRequest()).ResponseAsync);
        failure.Status.Detail.ShouldBe("gone");
        failure.StatusCode.ShouldBe(StatusCode.NotFound);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Point(23)]
    public async Task Trailers_of_the_context_and_of_the_exception_both_arrive(bool afterMessages)
    {
        await using var server = await EchoServer.StartAsync();
        server.Behaviour.Repeat = async (_, replies, context) =>
        {
            context.ResponseTrailers.Add("x-context", "a");
            if (afterMessages)
            {
                await replies.WriteAsync(new EchoReply());
            }

            throw new RpcException(new Status(StatusCode.Aborted, ""), new Metadata { { "x-exception-bin", [7] } });
        };
        using var call = server.Client.Repeat(new EchoRequest());

        var failure = await Should.ThrowAsync<RpcException>(async () => { while (await call.ResponseStream.MoveNext()) { } });

        failure.Trailers.GetValue("x-context").ShouldBe("a");
        failure.Trailers.GetValueBytes("x-exception-bin").ShouldBe([7]);
        call.GetTrailers().GetValue("x-context").ShouldBe("a");
    }

    [Fact]
    [Point(60)]
    public async Task Rich_status_with_field_violations_survives_the_round_trip()
    {
        await using var server = await EchoServer.StartAsync();
        var rich = new Google.Rpc.Status
        {
            Code = (int)StatusCode.InvalidArgument,
            Message = "two fields ☺",
            Details =
            {
                Any.Pack(new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = "children[0].name", Description = "needed" } } }),
                new Any { TypeUrl = "type.googleapis.com/unknown.Type", Value = Google.Protobuf.ByteString.CopyFrom(1, 2) },
            },
        };
        server.Behaviour.Say = (_, _) => throw rich.ToRpcException();

        var failure = await Should.ThrowAsync<RpcException>(server.Client.SayAsync(new EchoRequest()).ResponseAsync);

        failure.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        failure.Status.Detail.ShouldBe("two fields ☺");
        failure.GetRpcStatus().ShouldBe(rich);
        failure.GetRpcStatus()!.Details[0].Unpack<BadRequest>().FieldViolations.Single().Field.ShouldBe("children[0].name");
    }

    [Theory]
    [InlineData(StatusCode.Cancelled, "1")]
    [InlineData(StatusCode.Aborted, "10")]
    [InlineData(StatusCode.Unauthenticated, "16")]
    [InlineData((StatusCode)99, "2")]
    [Point(21)]
    public async Task Status_travels_as_a_plain_decimal_number(StatusCode code, string expected)
    {
        await using var server = await EchoServer.StartAsync();
        server.Behaviour.Say = (_, _) => throw new RpcException(new Status(code, ""));
        var reply = await RawCall.SendAsync(server.Http, RawCall.Say, RawCall.Frame(new EchoRequest()));
        reply.Status.ShouldBe(expected);
        reply.Message.ShouldBeNull();
    }

    [Fact]
    [Point(60)]
    public async Task Details_of_a_kind_that_no_one_here_knows_are_kept()
    {
        await using var server = await EchoServer.StartAsync();
        var unknown = new Google.Protobuf.WellKnownTypes.Any { TypeUrl = "type.googleapis.com/no.such.Detail", Value = Google.Protobuf.ByteString.CopyFrom(1, 2, 3) };
        server.Behaviour.Say = (_, _) => throw new Google.Rpc.Status { Code = 9, Message = "m", Details = { unknown } }.ToRpcException();
        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client.SayAsync(new EchoRequest()));
        failure.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        failure.GetRpcStatus()!.Details.ShouldBe([unknown]);
    }

    [Fact]
    [Point(60)]
    public async Task Corrupt_rich_status_is_no_details_and_no_failure()
    {
        await using var server = await EchoServer.StartAsync();
        server.Behaviour.Say = (_, _) => throw new RpcException(new Status(StatusCode.Aborted, "plain"), new Metadata { { MetadataExtensions.StatusDetailsTrailerName, [0xFF, 0xFF] } });
        var failure = await Should.ThrowAsync<RpcException>(server.Client.SayAsync(new EchoRequest()).ResponseAsync);
        failure.GetRpcStatus().ShouldBeNull();
        failure.Status.Detail.ShouldBe("plain");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Point(24)]
    [Point(25)]
    public async Task Exception_of_a_handler_is_unknown_and_its_text_goes_nowhere(bool synchronous)
    {
        await using var server = await EchoServer.StartAsync();
        server.Behaviour.Say = synchronous
            ? (_, _) => throw new InvalidOperationException("Ella Brown, 2019-04-01")
            : async (_, _) =>
            {
                await Task.Yield();
                throw new InvalidOperationException("Ella Brown, 2019-04-01");
            };

        var failure = await Should.ThrowAsync<RpcException>(server.Client.SayAsync(new EchoRequest { Text = "case words" }).ResponseAsync);

        failure.StatusCode.ShouldBe(StatusCode.Unknown);
        failure.Status.Detail.ShouldBe("Exception was thrown by handler.");
        server.Log.Lines.ShouldContain(line => line.Id.Id == 7102 && line.Text.Contains("System.InvalidOperationException", StringComparison.Ordinal));
        server.Log.All.ShouldNotContain("Ella");
        server.Log.All.ShouldNotContain("case words");
    }

    [Fact]
    public async Task Exception_text_is_sent_when_detailed_errors_are_on()
    {
        await using var server = await EchoServer.StartAsync(options => options.EnableDetailedErrors = true);
        server.Behaviour.Say = (_, _) => throw new InvalidOperationException("why");
        var failure = await Should.ThrowAsync<RpcException>(server.Client.SayAsync(new EchoRequest()).ResponseAsync);
        failure.Status.Detail.ShouldBe("Exception was thrown by handler. InvalidOperationException: why");
    }

    [Fact]
    [Point(24, Official = "1")]
    public async Task Handler_that_returns_nothing_is_a_broken_invariant()
    {
        await using var server = await EchoServer.StartAsync();
        server.Behaviour.Say = (_, _) => Task.FromResult<EchoReply>(null!);
        (await Should.ThrowAsync<RpcException>(server.Client.SayAsync(new EchoRequest()).ResponseAsync)).StatusCode.ShouldBe(StatusCode.Internal);
    }

    [Fact]
    public async Task Method_that_is_not_overridden_is_unimplemented()
    {
        await using var server = await EchoServer.StartAsync();
        (await Should.ThrowAsync<RpcException>(server.Client.NothingAsync(new EchoRequest()).ResponseAsync)).StatusCode.ShouldBe(StatusCode.Unimplemented);
    }

    [Theory]
    [InlineData("/infosharing.tests.grpc.Echo/Absent", "Method is unimplemented.")]
    [InlineData("/infosharing.tests.grpc.Echo/say", "Method is unimplemented.")]
    [InlineData("/no.such.Service/Say", "Service is unimplemented.")]
    [Point(5)]
    [Point(6)]
    [Point(19)]
    public async Task Unknown_method_or_service_is_unimplemented_in_one_block_of_headers(string path, string message)
    {
        await using var server = await EchoServer.StartAsync();
        var reply = await RawCall.SendAsync(server.Http, path, RawCall.Frame(new EchoRequest()));
        reply.HttpStatus.ShouldBe(200);
        reply.Headers["grpc-status"].ShouldBe("12");
        reply.Message.ShouldBe(message);
        reply.Trailers.ShouldBeEmpty();
    }

    [Fact]
    [Point(29)]
    [Point(52)]
    public async Task Stream_the_server_ends_early_gives_the_writer_its_status()
    {
        await using var server = await EchoServer.StartAsync();
        server.Behaviour.Gather = async (requests, _) =>
        {
            await requests.MoveNext();
            throw new RpcException(new Status(StatusCode.ResourceExhausted, "enough"));
        };
        using var call = server.Client.Gather();

        var failure = await Should.ThrowAsync<RpcException>(async () =>
        {
            while (true)
            {
                await call.RequestStream.WriteAsync(new EchoRequest { Text = new string('x', 10_000) });
            }
        });

        failure.Status.Detail.ShouldBe("enough");
        (await Should.ThrowAsync<RpcException>(call.ResponseAsync)).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task Duplex_stream_the_server_ends_early_gives_the_writer_its_status_and_keeps_the_replies()
    {
        await using var server = await EchoServer.StartAsync();
        server.Behaviour.Chat = async (requests, replies, _) =>
        {
            await requests.MoveNext();
            await replies.WriteAsync(new EchoReply { Text = "kept" });
            throw new RpcException(new Status(StatusCode.Aborted, "stop"));
        };
        using var call = server.Client.Chat();

        var failure = await Should.ThrowAsync<RpcException>(async () =>
        {
            while (true)
            {
                await call.RequestStream.WriteAsync(new EchoRequest { Text = new string('x', 10_000) });
            }
        });

        failure.Status.Detail.ShouldBe("stop");
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        call.ResponseStream.Current.Text.ShouldBe("kept");
        (await Should.ThrowAsync<RpcException>(call.ResponseStream.MoveNext())).Status.Detail.ShouldBe("stop");
    }

    [Fact]
    [Point(49)]
    public async Task Connection_refused_is_unavailable()
    {
        Uri address;
        await using (var server = await EchoServer.StartAsync())
        {
            address = server.Http;
        }

        using var channel = GrpcChannel.ForAddress(address);
        var call = new Echo.EchoClient(channel).SayAsync(new EchoRequest());
        (await Should.ThrowAsync<RpcException>(call.ResponseAsync)).StatusCode.ShouldBe(StatusCode.Unavailable);
        (await Should.ThrowAsync<RpcException>(call.ResponseHeadersAsync)).StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    [Fact]
    [Point(49)]
    [Point(69)]
    public async Task Certificate_that_is_not_trusted_is_unavailable()
    {
        await using var server = await EchoServer.StartAsync();
        using var channel = GrpcChannel.ForAddress(server.Https);
        (await Should.ThrowAsync<RpcException>(new Echo.EchoClient(channel).SayAsync(new EchoRequest()).ResponseAsync)).StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    [Fact]
    public void Credentials_that_contradict_the_address_are_refused()
    {
        Should.Throw<ArgumentException>(() => GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions { Credentials = ChannelCredentials.SecureSsl }));
        Should.Throw<ArgumentException>(() => GrpcChannel.ForAddress("https://localhost", new GrpcChannelOptions { Credentials = ChannelCredentials.Insecure }));
        Should.Throw<ArgumentException>(() => GrpcChannel.ForAddress("ftp://localhost"));
    }
}
