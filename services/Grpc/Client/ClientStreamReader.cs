using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>A call's responses.</summary>
internal sealed class ClientStreamReader<TRequest, TResponse>(GrpcCall<TRequest, TResponse> call) : IAsyncStreamReader<TResponse>
    where TRequest : class
    where TResponse : class
{
    private TResponse? current;

    public TResponse Current => current ?? throw new InvalidOperationException("No current message: call MoveNext first.");

    public Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (!call.TryBeginRead())
        {
            throw new InvalidOperationException("Can't read the next message because the previous read is still in progress.");
        }

        return ReadAsync(cancellationToken);
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        // The token of the call is registered already.
        var registration = cancellationToken != call.CallerToken
            ? cancellationToken.UnsafeRegister(static call => ((GrpcCall<TRequest, TResponse>)call!).Abort(new Status(StatusCode.Cancelled, "Call canceled by the client.")), call)
            : default;
        try
        {
            current = await call.ReadAsync();
            return current is not null || (call.GetStatus().StatusCode == StatusCode.OK ? false : throw call.Failure());
        }
        finally
        {
            registration.Unregister();
            call.EndRead();
        }
    }
}
