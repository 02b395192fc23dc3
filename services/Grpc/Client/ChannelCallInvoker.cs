using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>Starts calls over a channel.</summary>
internal sealed class ChannelCallInvoker(GrpcChannel channel) : CallInvoker
{
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        using var call = new GrpcCall<TRequest, TResponse>(channel, method, host, options);
        return call.StartSingle(new UnaryContent<TRequest, TResponse>(call, request)).GetAwaiter().GetResult();
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = new GrpcCall<TRequest, TResponse>(channel, method, host, options);
        return new AsyncUnaryCall<TResponse>(
            call.StartSingle(new UnaryContent<TRequest, TResponse>(call, request)),
            CallFunctions<TRequest, TResponse>.Headers,
            CallFunctions<TRequest, TResponse>.Status,
            CallFunctions<TRequest, TResponse>.Trailers,
            CallFunctions<TRequest, TResponse>.Dispose,
            call);
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = new GrpcCall<TRequest, TResponse>(channel, method, host, options);
        call.Start(new UnaryContent<TRequest, TResponse>(call, request));
        return new AsyncServerStreamingCall<TResponse>(
            new ClientStreamReader<TRequest, TResponse>(call),
            CallFunctions<TRequest, TResponse>.Headers,
            CallFunctions<TRequest, TResponse>.Status,
            CallFunctions<TRequest, TResponse>.Trailers,
            CallFunctions<TRequest, TResponse>.Dispose,
            call);
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var call = new GrpcCall<TRequest, TResponse>(channel, method, host, options);
        var requests = call.NewRequests();
        return new AsyncClientStreamingCall<TRequest, TResponse>(
            new ClientStreamWriter<TRequest, TResponse>(call, requests, options.WriteOptions),
            call.StartSingle(null, requests),
            CallFunctions<TRequest, TResponse>.Headers,
            CallFunctions<TRequest, TResponse>.Status,
            CallFunctions<TRequest, TResponse>.Trailers,
            CallFunctions<TRequest, TResponse>.Dispose,
            call);
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var call = new GrpcCall<TRequest, TResponse>(channel, method, host, options);
        var requests = call.NewRequests();
        call.Start(null, requests);
        return new AsyncDuplexStreamingCall<TRequest, TResponse>(
            new ClientStreamWriter<TRequest, TResponse>(call, requests, options.WriteOptions),
            new ClientStreamReader<TRequest, TResponse>(call),
            CallFunctions<TRequest, TResponse>.Headers,
            CallFunctions<TRequest, TResponse>.Status,
            CallFunctions<TRequest, TResponse>.Trailers,
            CallFunctions<TRequest, TResponse>.Dispose,
            call);
    }
}
