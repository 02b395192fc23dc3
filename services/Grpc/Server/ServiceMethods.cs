using System.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server;

/// <summary>Collects a service's methods, each with an open delegate to its implementation, so that a call uses no reflection.</summary>
internal sealed class ServiceMethods<TService>(ServingOptions options, ServerLog log) : ServiceBinderBase
    where TService : class
{
    private readonly ServiceActivator<TService> activator = new();

    public List<(IMethod Method, RequestDelegate Handle, List<object> Metadata)> Methods { get; } = [];

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        var info = Implementation(method, typeof(TRequest), typeof(ServerCallContext));
        var call = info.CreateDelegate<Func<TService, TRequest, ServerCallContext, Task<TResponse>>>();
        Add(method, info, new UnaryHandler<TService, TRequest, TResponse>(method, call, activator, options, log));
    }

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var info = Implementation(method, typeof(IAsyncStreamReader<TRequest>), typeof(ServerCallContext));
        var call = info.CreateDelegate<Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>>>();
        Add(method, info, new ClientStreamingHandler<TService, TRequest, TResponse>(method, call, activator, options, log));
    }

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var info = Implementation(method, typeof(TRequest), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var call = info.CreateDelegate<Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task>>();
        Add(method, info, new ServerStreamingHandler<TService, TRequest, TResponse>(method, call, activator, options, log));
    }

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var info = Implementation(method, typeof(IAsyncStreamReader<TRequest>), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var call = info.CreateDelegate<Func<TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task>>();
        Add(method, info, new DuplexStreamingHandler<TService, TRequest, TResponse>(method, call, activator, options, log));
    }

    private static MethodInfo Implementation(IMethod method, params Type[] parameters) =>
        typeof(TService).GetMethod(method.Name, BindingFlags.Public | BindingFlags.Instance, parameters)
        ?? throw new InvalidOperationException($"{typeof(TService)} has no method for {method.FullName}.");

    private void Add<TRequest, TResponse>(Method<TRequest, TResponse> method, MethodInfo implementation, ServerCallHandler<TService, TRequest, TResponse> handler)
        where TRequest : class
        where TResponse : class
    {
        List<object> metadata =
        [
            new GrpcMethodMetadata(typeof(TService), method),
            .. typeof(TService).GetCustomAttributes(inherit: true),
            .. implementation.GetCustomAttributes(inherit: true),
        ];
        Methods.Add((method, handler.HandleAsync, metadata));
    }
}
