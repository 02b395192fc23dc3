using Grpc.Core;

namespace Grpc.AspNetCore.Server;

internal sealed class UnaryHandler<TService, TRequest, TResponse> : ServerCallHandler<TService, TRequest, TResponse>
    where TService : class
    where TRequest : class
    where TResponse : class
{
    private readonly Func<TService, TRequest, ServerCallContext, Task<TResponse>> call;
    private readonly UnaryServerMethod<TRequest, TResponse> handler;

    public UnaryHandler(Method<TRequest, TResponse> method, Func<TService, TRequest, ServerCallContext, Task<TResponse>> call, ServiceActivator<TService> activator, ServingOptions options, ServerLog log)
        : base(method, activator, options, log)
    {
        this.call = call;
        handler = options.Interceptors.Around<TRequest, TResponse>(CallAsync);
    }

    protected override async Task InvokeAsync(HttpContextServerCallContext context)
    {
        var request = await Reader(context).ReadSingleAsync(context.DeadlineToken);
        await RespondAsync(context, await handler(request, context));
    }

    private Task<TResponse> CallAsync(TRequest request, ServerCallContext context) => call(Service(context), request, context);
}
