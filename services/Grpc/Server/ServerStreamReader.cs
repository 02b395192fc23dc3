using Grpc.Core;
using Grpc.Wire;

namespace Grpc.AspNetCore.Server;

/// <summary>A handler's requests.</summary>
internal sealed class ServerStreamReader<T>(HttpContextServerCallContext context, PipeMessageReader<T> reader) : IAsyncStreamReader<T>
    where T : class
{
    private T? current;
    private bool ended;
    private int reading;

    public T Current => current ?? throw new InvalidOperationException("No current message: call MoveNext first.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Interlocked.Exchange(ref reading, 1) == 1)
        {
            throw new InvalidOperationException("Can't read the next message because the previous read is still in progress.");
        }

        try
        {
            if (ended)
            {
                return false;
            }

            if (context.IsEnded)
            {
                throw new InvalidOperationException("Can't read messages after the request is complete.");
            }

            current = await ReadAsync(cancellationToken);
            ended = current is null;
            return !ended;
        }
        finally
        {
            Volatile.Write(ref reading, 0);
        }
    }

    private async ValueTask<T?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled || cancellationToken == context.CancellationToken)
        {
            return await reader.ReadAsync(context.CancellationToken);
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, context.CancellationToken);
        return await reader.ReadAsync(either.Token);
    }
}
