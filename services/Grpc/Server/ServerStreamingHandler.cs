using Grpc.Core;

namespace Grpc.AspNetCore.Server;

internal sealed class ServerStreamingHandler<TService, TRequest, TResponse> : ServerCallHandler<TService, TRequest, TResponse>
    where TService : class
    where TRequest : class
    where TResponse : class
{
    private readonly Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task> call;
    private readonly ServerStreamingServerMethod<TRequest, TResponse> handler;

    public ServerStreamingHandler(Method<TRequest, TResponse> method, Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task> call, ServiceActivator<TService> activator, ServingOptions options, ServerLog log)
        : base(method, activator, options, log)
    {
        this.call = call;
        handler = options.Interceptors.Around<TRequest, TResponse>(CallAsync);
    }

    protected override async Task InvokeAsync(HttpContextServerCallContext context)
    {
        var request = await Reader(context).ReadSingleAsync(context.DeadlineToken);
        await handler(request, Writer(context), context);
    }

    private Task CallAsync(TRequest request, IServerStreamWriter<TResponse> responses, ServerCallContext context) => call(Service(context), request, responses, context);
}
