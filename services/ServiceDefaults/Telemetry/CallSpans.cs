using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace InfoSharing.ServiceDefaults.Telemetry;

/// <summary>Names the server's span for the method that is called, as OpenTelemetry names rpc; a request's address and headers stay out of it. Where nobody listens it does nothing.</summary>
internal sealed class CallSpans : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        Named(context) is { } span ? Ended(span, continuation(request, context)) : continuation(request, context);

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        Named(context) is { } span ? Ended(span, continuation(requestStream, context)) : continuation(requestStream, context);

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        Named(context) is { } span ? Ended(span, WithResult(continuation(request, responseStream, context))) : continuation(request, responseStream, context);

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        Named(context) is { } span ? Ended(span, WithResult(continuation(requestStream, responseStream, context))) : continuation(requestStream, responseStream, context);

    private static Activity? Named(ServerCallContext context)
    {
        if (Activity.Current is not { IsAllDataRequested: true } span) return null;
        var method = context.Method.TrimStart('/');
        span.DisplayName = method;
        return span.SetTag("rpc.system.name", "grpc").SetTag("rpc.method", method);
    }

    private static async Task<bool> WithResult(Task call)
    {
        await call;
        return true;
    }

    private static async Task<T> Ended<T>(Activity span, Task<T> call)
    {
        try
        {
            var result = await call;
            span.SetTag("rpc.response.status_code", nameof(StatusCode.OK));
            return result;
        }
        catch (RpcException fault)
        {
            span.SetTag("rpc.response.status_code", fault.StatusCode.ToString());
            if (fault.StatusCode is StatusCode.Unknown or StatusCode.Internal or StatusCode.Unavailable or StatusCode.DataLoss or StatusCode.DeadlineExceeded or StatusCode.Unimplemented) span.SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }
}
