using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>Asks call credentials for their metadata (gRPC authentication guide, "Call credentials").</summary>
internal static class RequestCredentials
{
    /// <summary>Metadata of the channel's credentials and the call's; null when there are none.</summary>
    /// <exception cref="RpcException">UNAUTHENTICATED: the channel is plaintext, or the credentials failed (statuscodes.md, "Incorrect Auth metadata").</exception>
    public static async ValueTask<Metadata?> ReadAsync(GrpcChannel channel, IMethod method, CallCredentials? ofCall, CancellationToken cancellationToken)
    {
        var ofChannel = channel.Options.Credentials?.OfCalls;
        if (ofChannel is null && ofCall is null)
        {
            return null;
        }

        if (!channel.IsSecure && !channel.Options.UnsafeUseInsecureChannelCallCredentials)
        {
            throw new RpcException(new Status(StatusCode.Unauthenticated, "Call credentials are not sent in plain text: call over https."));
        }

        var context = new AuthInterceptorContext(channel.ServiceUrl(method), method.Name, cancellationToken);
        var metadata = new Metadata();
        try
        {
            await (ofChannel?.AddAsync(context, metadata) ?? Task.CompletedTask).WaitAsync(cancellationToken);
            await (ofCall?.AddAsync(context, metadata) ?? Task.CompletedTask).WaitAsync(cancellationToken);
            return metadata;
        }
        catch (Exception exception) when (exception is not RpcException && !cancellationToken.IsCancellationRequested) // turned into the call's status
        {
            throw new RpcException(new Status(StatusCode.Unauthenticated, "The call credentials failed.", exception));
        }
    }
}
