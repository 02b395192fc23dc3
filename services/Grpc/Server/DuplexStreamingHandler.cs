using Grpc.Core;

namespace Grpc.AspNetCore.Server;

internal sealed class DuplexStreamingHandler<TService, TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    Func<TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task> call,
    ServiceActivator<TService> activator,
    GrpcServiceOptions options,
    ServerLog log)
    : ServerCallHandler<TService, TRequest, TResponse>(method, activator, options, log)
    where TService : class
    where TRequest : class
    where TResponse : class
{
    protected override Task InvokeAsync(TService service, HttpContextServerCallContext context) =>
        call(service, new ServerStreamReader<TRequest>(context, Reader(context)), Writer(context), context);
}
