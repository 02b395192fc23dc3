using Grpc.Core;

namespace Grpc.AspNetCore.Server;

internal sealed class ClientStreamingHandler<TService, TRequest, TResponse> : ServerCallHandler<TService, TRequest, TResponse>
    where TService : class
    where TRequest : class
    where TResponse : class
{
    private readonly Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>> call;
    private readonly ClientStreamingServerMethod<TRequest, TResponse> handler;

    public ClientStreamingHandler(Method<TRequest, TResponse> method, Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>> call, ServiceActivator<TService> activator, ServingOptions options, ServerLog log)
        : base(method, activator, options, log)
    {
        this.call = call;
        handler = options.Interceptors.Around<TRequest, TResponse>(CallAsync);
    }

    protected override async Task InvokeAsync(HttpContextServerCallContext context)
    {
        var requests = new ServerStreamReader<TRequest>(context, Reader(context));
        await RespondAsync(context, await handler(requests, context));
    }

    private Task<TResponse> CallAsync(IAsyncStreamReader<TRequest> requests, ServerCallContext context) => call(Service(context), requests, context);
}
