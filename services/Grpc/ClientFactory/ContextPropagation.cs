using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.ClientFactory;

/// <summary>Passes the deadline and the cancellation of the call under way on to the calls that it makes.</summary>
internal static class ContextPropagation
{
    /// <summary>The earlier deadline and both tokens.</summary>
    /// <exception cref="InvalidOperationException">No call is under way, and that is not allowed.</exception>
    public static CallOptions Apply(CallOptions options, IHttpContextAccessor accessor, GrpcContextPropagationOptions settings)
    {
        if (accessor.HttpContext?.Features.Get<IServedCall>()?.ServerCallContext is not { } context)
        {
            return settings.SuppressContextNotFoundErrors
                ? options
                : throw new InvalidOperationException("There is no gRPC call under way whose deadline and cancellation could be passed on. Outside of calls, set SuppressContextNotFoundErrors.");
        }

        if (context.Deadline < (options.Deadline ?? DateTime.MaxValue))
        {
            options = options.WithDeadline(context.Deadline);
        }

        return !options.CancellationToken.CanBeCanceled || options.CancellationToken == context.CancellationToken
            ? options.WithCancellationToken(context.CancellationToken)
            : options.WithCancellationToken(Either(context, options.CancellationToken));
    }

    private static CancellationToken Either(ServerCallContext context, CancellationToken own)
    {
        var either = CancellationTokenSource.CreateLinkedTokenSource(own, context.CancellationToken);
        context.GetHttpContext().Response.RegisterForDispose(either); // it lives as long as the call under way, which is longer than the one it makes
        return either.Token;
    }
}
