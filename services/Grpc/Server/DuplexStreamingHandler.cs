using Grpc.Core;

namespace Grpc.AspNetCore.Server;

internal sealed class DuplexStreamingHandler<TService, TRequest, TResponse> : ServerCallHandler<TService, TRequest, TResponse>
    where TService : class
    where TRequest : class
    where TResponse : class
{
    private readonly Func<TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task> call;
    private readonly DuplexStreamingServerMethod<TRequest, TResponse> handler;

    public DuplexStreamingHandler(Method<TRequest, TResponse> method, Func<TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task> call, ServiceActivator<TService> activator, ServingOptions options, ServerLog log)
        : base(method, activator, options, log)
    {
        this.call = call;
        handler = options.Interceptors.Around<TRequest, TResponse>(CallAsync);
    }

    protected override Task InvokeAsync(HttpContextServerCallContext context) =>
        handler(new ServerStreamReader<TRequest>(context, Reader(context)), Writer(context), context);

    private Task CallAsync(IAsyncStreamReader<TRequest> requests, IServerStreamWriter<TResponse> responses, ServerCallContext context) => call(Service(context), requests, responses, context);
}
