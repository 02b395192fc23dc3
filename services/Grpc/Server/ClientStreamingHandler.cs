using Grpc.Core;

namespace Grpc.AspNetCore.Server;

internal sealed class ClientStreamingHandler<TService, TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>> call,
    ServiceActivator<TService> activator,
    GrpcServiceOptions options,
    ServerLog log)
    : ServerCallHandler<TService, TRequest, TResponse>(method, activator, options, log)
    where TService : class
    where TRequest : class
    where TResponse : class
{
    protected override async Task InvokeAsync(TService service, HttpContextServerCallContext context)
    {
        var requests = new ServerStreamReader<TRequest>(context, Reader(context));
        await RespondAsync(context, await call(service, requests, context));
    }
}
