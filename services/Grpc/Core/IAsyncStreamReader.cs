namespace Grpc.Core;

/// <summary>Messages that arrive one by one.</summary>
public interface IAsyncStreamReader<out T>
{
    /// <summary>The message that the last <see cref="MoveNext"/> found.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    T Current { get; }

    /// <summary>Waits for the next message. False at the end, and ever after. One at a time; cancelling it cancels the call.</summary>
    /// <exception cref="RpcException">The call failed (client side).</exception>
    /// <exception cref="InvalidOperationException">The last MoveNext is not done.</exception>
    Task<bool> MoveNext(CancellationToken cancellationToken);
}
