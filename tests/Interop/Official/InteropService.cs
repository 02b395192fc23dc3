using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;

namespace InfoSharing.Tests.Interop.Official;

/// <summary>The service of the published interoperability tests, as they demand it.</summary>
internal sealed class InteropService : TestService.TestServiceBase
{
    private static readonly WriteOptions Plain = new(WriteFlags.NoCompress);

    public override Task<Empty> EmptyCall(Empty request, ServerCallContext context) => Task.FromResult(new Empty());

    public override async Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context)
    {
        await EchoMetadata(context, compressed: request.ResponseCompressed?.Value == true);
        EchoStatus(request.ResponseStatus);
        ExpectCompressed(request.ExpectCompressed, context);
        return new SimpleResponse { Payload = Zeros(request.ResponseSize) };
    }

    public override async Task StreamingOutputCall(StreamingOutputCallRequest request, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        await EchoMetadata(context, compressed: request.ResponseParameters.Any(response => response.Compressed?.Value == true));
        EchoStatus(request.ResponseStatus);
        await Respond(request, responseStream, context);
    }

    public override async Task<StreamingInputCallResponse> StreamingInputCall(IAsyncStreamReader<StreamingInputCallRequest> requestStream, ServerCallContext context)
    {
        var sum = 0;
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            ExpectCompressed(request.ExpectCompressed, context);
            sum += request.Payload.Body.Length;
        }
        return new StreamingInputCallResponse { AggregatedPayloadSize = sum };
    }

    public override async Task FullDuplexCall(IAsyncStreamReader<StreamingOutputCallRequest> requestStream, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        await EchoMetadata(context, compressed: false);
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            EchoStatus(request.ResponseStatus);
            await Respond(request, responseStream, context);
        }
    }

    private static async Task Respond(StreamingOutputCallRequest request, IServerStreamWriter<StreamingOutputCallResponse> responses, ServerCallContext context)
    {
        foreach (var response in request.ResponseParameters)
        {
            if (response.IntervalUs > 0) await Task.Delay(TimeSpan.FromMicroseconds(response.IntervalUs), context.CancellationToken);
            responses.WriteOptions = response.Compressed?.Value == false ? Plain : null;
            await responses.WriteAsync(new StreamingOutputCallResponse { Payload = Zeros(response.Size) });
        }
    }

    private static async Task EchoMetadata(ServerCallContext context, bool compressed)
    {
        var headers = new Metadata();
        foreach (var entry in context.RequestHeaders.GetAll("x-grpc-test-echo-initial")) headers.Add(entry);
        foreach (var entry in context.RequestHeaders.GetAll("x-grpc-test-echo-trailing-bin")) context.ResponseTrailers.Add(entry);
        if (compressed) headers.Add("grpc-internal-encoding-request", "gzip");
        if (headers.Count > 0) await context.WriteResponseHeadersAsync(headers);
    }

    private static void EchoStatus(EchoStatus? status)
    {
        if (status is not null && status.Code != 0) throw new RpcException(new Status((StatusCode)status.Code, status.Message));
    }

    private static void ExpectCompressed(BoolValue? expected, ServerCallContext context)
    {
        if (expected?.Value == true && context.GetHttpContext().Request.Headers["grpc-encoding"].ToString() is "" or "identity")
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, "The request was to be compressed."));
        }
    }

    private static Payload Zeros(int size) => new() { Type = PayloadType.Compressable, Body = ByteString.CopyFrom(new byte[size]) };
}
