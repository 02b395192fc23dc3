using Grpc.Core;

namespace Grpc.AspNetCore.Server;

internal sealed class ServerStreamingHandler<TService, TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task> call,
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
        var request = await Reader(context).ReadSingleAsync(context.CancellationToken);
        await call(service, request, Writer(context), context);
    }
}
