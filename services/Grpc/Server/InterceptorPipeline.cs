using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Grpc.AspNetCore.Server;

/// <summary>Puts the registered interceptors around a handler, once for each method.</summary>
internal static class InterceptorPipeline
{
    public static UnaryServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(this InterceptorCollection interceptors, UnaryServerMethod<TRequest, TResponse> handler)
        where TRequest : class
        where TResponse : class =>
        interceptors.Reverse().Aggregate(handler, static (next, registration) => (request, context) =>
            RunAsync(registration, context, interceptor => interceptor.UnaryServerHandler(request, context, next)));

    public static ClientStreamingServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(this InterceptorCollection interceptors, ClientStreamingServerMethod<TRequest, TResponse> handler)
        where TRequest : class
        where TResponse : class =>
        interceptors.Reverse().Aggregate(handler, static (next, registration) => (requests, context) =>
            RunAsync(registration, context, interceptor => interceptor.ClientStreamingServerHandler(requests, context, next)));

    public static ServerStreamingServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(this InterceptorCollection interceptors, ServerStreamingServerMethod<TRequest, TResponse> handler)
        where TRequest : class
        where TResponse : class =>
        interceptors.Reverse().Aggregate(handler, static (next, registration) => (request, responses, context) =>
            RunAsync(registration, context, interceptor => Valued(interceptor.ServerStreamingServerHandler(request, responses, context, next))));

    public static DuplexStreamingServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(this InterceptorCollection interceptors, DuplexStreamingServerMethod<TRequest, TResponse> handler)
        where TRequest : class
        where TResponse : class =>
        interceptors.Reverse().Aggregate(handler, static (next, registration) => (requests, responses, context) =>
            RunAsync(registration, context, interceptor => Valued(interceptor.DuplexStreamingServerHandler(requests, responses, context, next))));

    private static async Task<T> RunAsync<T>(InterceptorRegistration registration, ServerCallContext context, Func<Interceptor, Task<T>> run)
    {
        var (interceptor, created) = registration.Get(context.GetHttpContext().RequestServices);
        try
        {
            return await run(interceptor);
        }
        finally
        {
            if (created)
            {
                await Activated.ReleaseAsync(interceptor);
            }
        }
    }

    private static async Task<object?> Valued(Task task)
    {
        await task;
        return null;
    }
}
