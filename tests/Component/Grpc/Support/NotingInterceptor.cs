using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace InfoSharing.Tests.Rpc;

/// <summary>Notes when calls pass it, on either side.</summary>
public sealed class NotingInterceptor(string name, ConcurrentQueue<string> notes) : Interceptor, IDisposable
{
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, BlockingUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        notes.Enqueue($"{name} blocking {context.Method.Name}");
        return continuation(request, context);
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        notes.Enqueue($"{name} unary {context.Method.Name}");
        return continuation(request, context);
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        notes.Enqueue($"{name} server stream {context.Method.Name}");
        return continuation(request, context);
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        notes.Enqueue($"{name} client stream {context.Method.Name}");
        return continuation(context);
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        notes.Enqueue($"{name} duplex {context.Method.Name}");
        return continuation(context);
    }

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        notes.Enqueue($"{name} in {context.Method.Split('/')[2]}");
        var response = await continuation(request, context);
        notes.Enqueue($"{name} out");
        return response;
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        notes.Enqueue($"{name} in {context.Method.Split('/')[2]}");
        var response = await continuation(requestStream, context);
        notes.Enqueue($"{name} out");
        return response;
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        notes.Enqueue($"{name} in {context.Method.Split('/')[2]}");
        await continuation(request, responseStream, context);
        notes.Enqueue($"{name} out");
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        notes.Enqueue($"{name} in {context.Method.Split('/')[2]}");
        await continuation(requestStream, responseStream, context);
        notes.Enqueue($"{name} out");
    }

    public void Dispose() => notes.Enqueue($"{name} disposed");
}
