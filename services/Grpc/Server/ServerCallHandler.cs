using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server;

/// <summary>Runs one method's calls; one derived class for each kind of call.</summary>
internal abstract class ServerCallHandler<TService, TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    ServiceActivator<TService> activator,
    ServingOptions options,
    ServerLog log)
    where TService : class
    where TRequest : class
    where TResponse : class
{
    public Task HandleAsync(HttpContext http) =>
        RequestAdmission.Admit(http, method, log)
            ? RunAsync(new HttpContextServerCallContext(http, method, options, log))
            : Task.CompletedTask;

    protected abstract Task InvokeAsync(HttpContextServerCallContext context);

    /// <summary>The service of a call, which an interceptor may have wrapped.</summary>
    protected TService Service(ServerCallContext context)
    {
        var served = HttpContextServerCallContext.Of(context);
        var (service, created) = activator.Get(served.HttpContext.RequestServices);
        if (created)
        {
            served.Made = service;
        }

        return service;
    }

    protected PipeMessageReader<TRequest> Reader(HttpContextServerCallContext context) =>
        new(context.HttpContext.Request.BodyReader, method.RequestMarshaller.ContextualDeserializer, context.Limits);

    protected ServerStreamWriter<TResponse> Writer(HttpContextServerCallContext context) =>
        new(context, method.ResponseMarshaller.ContextualSerializer);

    /// <summary>Writes the one response. It leaves together with the trailers; a status other than OK takes its place.</summary>
    protected Task RespondAsync(HttpContextServerCallContext context, TResponse? response)
    {
        // The official server says CANCELLED here; a handler that returns nothing is a broken invariant.
        return response is null ? throw new RpcException(new Status(StatusCode.Internal, "No message returned from method."))
            : context.Status.StatusCode == StatusCode.OK ? context.WriteMessageAsync(response, method.ResponseMarshaller.ContextualSerializer, flush: false)
            : Task.CompletedTask;
    }

    private async Task RunAsync(HttpContextServerCallContext context)
    {
        try
        {
            context.Start();
            await InvokeAsync(context);
            await context.EndAsync();
        }
        catch (Exception exception) // every failure of a handler becomes its call's status
        {
            await context.FailAsync(exception);
        }
        finally
        {
            if (context.Made is { } made)
            {
                await Activated.ReleaseAsync(made);
            }

            await context.DisposeAsync();
        }
    }
}
