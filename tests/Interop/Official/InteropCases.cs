using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Testing;

namespace InfoSharing.Tests.Interop.Official;

/// <summary>The published interoperability cases that need no cloud, as our client runs them (interop-test-descriptions.md).</summary>
internal static class InteropCases
{
    private static readonly Metadata Gzip = new() { { "grpc-internal-encoding-request", "gzip" } };

    /// <summary>Every case by its published name.</summary>
    public static readonly IReadOnlyDictionary<string, Func<GrpcChannel, Task>> All = new Dictionary<string, Func<GrpcChannel, Task>>
    {
        ["empty_unary"] = async channel => (await Client(channel).EmptyCallAsync(new Empty())).ShouldNotBeNull(),
        ["large_unary"] = LargeUnary,
        ["client_streaming"] = ClientStreaming,
        ["server_streaming"] = ServerStreaming,
        ["ping_pong"] = PingPong,
        ["empty_stream"] = EmptyStream,
        ["cancel_after_begin"] = CancelAfterBegin,
        ["cancel_after_first_response"] = CancelAfterFirstResponse,
        ["timeout_on_sleeping_server"] = TimeoutOnSleepingServer,
        ["custom_metadata"] = CustomMetadata,
        ["status_code_and_message"] = channel => StatusCodeAndMessage(channel, "test status message"),
        ["special_status_message"] = SpecialStatusMessage,
        ["unimplemented_method"] = channel => Fails(StatusCode.Unimplemented, async () => await Client(channel).UnimplementedCallAsync(new Empty())),
        ["unimplemented_service"] = channel => Fails(StatusCode.Unimplemented, async () => await new UnimplementedService.UnimplementedServiceClient(channel).UnimplementedCallAsync(new Empty())),
        ["client_compressed_unary"] = ClientCompressedUnary,
        ["client_compressed_streaming"] = ClientCompressedStreaming,
        ["server_compressed_unary"] = ServerCompressedUnary,
        ["server_compressed_streaming"] = ServerCompressedStreaming,
    };

    private static TestService.TestServiceClient Client(GrpcChannel channel) => new(channel);

    private static async Task LargeUnary(GrpcChannel channel)
    {
        var reply = await Client(channel).UnaryCallAsync(new SimpleRequest { ResponseSize = 314_159, Payload = Zeros(271_828) });
        reply.Payload.ShouldBe(Zeros(314_159));
    }

    private static async Task ClientStreaming(GrpcChannel channel)
    {
        using var call = Client(channel).StreamingInputCall();
        foreach (var size in new[] { 27_182, 8, 1828, 45_904 }) await call.RequestStream.WriteAsync(new StreamingInputCallRequest { Payload = Zeros(size) });
        await call.RequestStream.CompleteAsync();
        (await call).AggregatedPayloadSize.ShouldBe(74_922);
    }

    private static async Task ServerStreaming(GrpcChannel channel)
    {
        int[] sizes = [31_415, 9, 2653, 58_979];
        using var call = Client(channel).StreamingOutputCall(new StreamingOutputCallRequest { ResponseParameters = { sizes.Select(size => new ResponseParameters { Size = size }) } });
        (await Sizes(call.ResponseStream)).ShouldBe(sizes);
    }

    private static async Task PingPong(GrpcChannel channel)
    {
        using var call = Client(channel).FullDuplexCall();
        foreach (var (up, down) in new[] { (27_182, 31_415), (8, 9), (1828, 2653), (45_904, 58_979) })
        {
            await call.RequestStream.WriteAsync(Ask(up, down));
            (await call.ResponseStream.MoveNext()).ShouldBeTrue();
            call.ResponseStream.Current.Payload.Body.Length.ShouldBe(down);
        }
        await call.RequestStream.CompleteAsync();
        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }

    private static async Task EmptyStream(GrpcChannel channel)
    {
        using var call = Client(channel).FullDuplexCall();
        await call.RequestStream.CompleteAsync();
        (await Sizes(call.ResponseStream)).ShouldBeEmpty();
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }

    private static async Task CancelAfterBegin(GrpcChannel channel)
    {
        using var source = new CancellationTokenSource();
        using var call = Client(channel).StreamingInputCall(cancellationToken: source.Token);
        await source.CancelAsync();
        await Fails(StatusCode.Cancelled, async () => await call);
    }

    private static async Task CancelAfterFirstResponse(GrpcChannel channel)
    {
        using var source = new CancellationTokenSource();
        using var call = Client(channel).FullDuplexCall(cancellationToken: source.Token);
        await call.RequestStream.WriteAsync(Ask(27_182, 31_415));
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        call.ResponseStream.Current.Payload.Body.Length.ShouldBe(31_415);
        await source.CancelAsync();
        await Fails(StatusCode.Cancelled, () => call.ResponseStream.MoveNext());
    }

    private static async Task TimeoutOnSleepingServer(GrpcChannel channel)
    {
        using var call = Client(channel).FullDuplexCall(deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(1));
        _ = await Record.ExceptionAsync(() => call.RequestStream.WriteAsync(new StreamingOutputCallRequest { Payload = Zeros(27_182) })); // it may be over already
        await Fails(StatusCode.DeadlineExceeded, () => call.ResponseStream.MoveNext());
    }

    private static async Task CustomMetadata(GrpcChannel channel)
    {
        var headers = new Metadata { { "x-grpc-test-echo-initial", "test_initial_metadata_value" }, { "x-grpc-test-echo-trailing-bin", [0xAB, 0xAB, 0xAB] } };
        using var unary = Client(channel).UnaryCallAsync(new SimpleRequest { ResponseSize = 314_159, Payload = Zeros(271_828) }, headers);
        await unary;
        Echoed(await unary.ResponseHeadersAsync, unary.GetTrailers());

        using var duplex = Client(channel).FullDuplexCall(headers);
        await duplex.RequestStream.WriteAsync(Ask(271_828, 314_159));
        await duplex.RequestStream.CompleteAsync();
        (await Sizes(duplex.ResponseStream)).ShouldBe([314_159]);
        Echoed(await duplex.ResponseHeadersAsync, duplex.GetTrailers());
    }

    private static void Echoed(Metadata initial, Metadata trailing)
    {
        initial.GetValue("x-grpc-test-echo-initial").ShouldBe("test_initial_metadata_value");
        trailing.GetValueBytes("x-grpc-test-echo-trailing-bin").ShouldBe([0xAB, 0xAB, 0xAB]);
    }

    private static async Task StatusCodeAndMessage(GrpcChannel channel, string message)
    {
        var status = new EchoStatus { Code = 2, Message = message };
        (await Fails(StatusCode.Unknown, async () => await Client(channel).UnaryCallAsync(new SimpleRequest { ResponseStatus = status }))).Status.Detail.ShouldBe(message);

        using var call = Client(channel).FullDuplexCall();
        _ = await Record.ExceptionAsync(() => call.RequestStream.WriteAsync(new StreamingOutputCallRequest { ResponseStatus = status })); // the server may have answered already
        await call.RequestStream.CompleteAsync();
        (await Fails(StatusCode.Unknown, () => call.ResponseStream.MoveNext())).Status.Detail.ShouldBe(message);
    }

    private static async Task SpecialStatusMessage(GrpcChannel channel)
    {
        const string message = "\t\ntest with whitespace\r\nand Unicode BMP \u263A and non-BMP \U0001F608\t\n";
        var status = new EchoStatus { Code = 2, Message = message };
        (await Fails(StatusCode.Unknown, async () => await Client(channel).UnaryCallAsync(new SimpleRequest { ResponseStatus = status }))).Status.Detail.ShouldBe(message);
    }

    private static async Task ClientCompressedUnary(GrpcChannel channel)
    {
        var expecting = new SimpleRequest { ResponseSize = 314_159, Payload = Zeros(271_828), ExpectCompressed = new BoolValue { Value = true } };
        await Fails(StatusCode.InvalidArgument, async () => await Client(channel).UnaryCallAsync(expecting));
        (await Client(channel).UnaryCallAsync(expecting, Gzip)).Payload.ShouldBe(Zeros(314_159));
        var plain = new SimpleRequest { ResponseSize = 314_159, Payload = Zeros(271_828), ExpectCompressed = new BoolValue { Value = false } };
        (await Client(channel).UnaryCallAsync(plain)).Payload.ShouldBe(Zeros(314_159));
    }

    private static async Task ClientCompressedStreaming(GrpcChannel channel)
    {
        var first = new StreamingInputCallRequest { Payload = Zeros(27_182), ExpectCompressed = new BoolValue { Value = true } };
        using (var probe = Client(channel).StreamingInputCall())
        {
            _ = await Record.ExceptionAsync(() => probe.RequestStream.WriteAsync(first)); // the server may have answered already
            _ = await Record.ExceptionAsync(probe.RequestStream.CompleteAsync);
            await Fails(StatusCode.InvalidArgument, async () => await probe);
        }
        using var call = Client(channel).StreamingInputCall(Gzip);
        await call.RequestStream.WriteAsync(first);
        call.RequestStream.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
        await call.RequestStream.WriteAsync(new StreamingInputCallRequest { Payload = Zeros(45_904), ExpectCompressed = new BoolValue { Value = false } });
        await call.RequestStream.CompleteAsync();
        (await call).AggregatedPayloadSize.ShouldBe(73_086);
    }

    private static async Task ServerCompressedUnary(GrpcChannel channel)
    {
        foreach (var compressed in new[] { true, false })
        {
            var request = new SimpleRequest { ResponseSize = 314_159, Payload = Zeros(271_828), ResponseCompressed = new BoolValue { Value = compressed } };
            (await Client(channel).UnaryCallAsync(request)).Payload.ShouldBe(Zeros(314_159));
        }
    }

    private static async Task ServerCompressedStreaming(GrpcChannel channel)
    {
        var request = new StreamingOutputCallRequest
        {
            ResponseParameters = { new ResponseParameters { Size = 31_415, Compressed = new BoolValue { Value = true } }, new ResponseParameters { Size = 92_653, Compressed = new BoolValue { Value = false } } },
        };
        using var call = Client(channel).StreamingOutputCall(request);
        (await Sizes(call.ResponseStream)).ShouldBe([31_415, 92_653]);
    }

    private static async Task<List<int>> Sizes(IAsyncStreamReader<StreamingOutputCallResponse> responses)
    {
        var sizes = new List<int>();
        while (await responses.MoveNext()) sizes.Add(responses.Current.Payload.Body.Length);
        return sizes;
    }

    private static StreamingOutputCallRequest Ask(int up, int down) => new() { Payload = Zeros(up), ResponseParameters = { new ResponseParameters { Size = down } } };

    private static async Task<RpcException> Fails(StatusCode code, Func<Task> call)
    {
        var failure = await Should.ThrowAsync<RpcException>(call);
        failure.StatusCode.ShouldBe(code);
        return failure;
    }

    private static Payload Zeros(int size) => new() { Type = PayloadType.Compressable, Body = ByteString.CopyFrom(new byte[size]) };
}
