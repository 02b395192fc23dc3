namespace Grpc.Core;

/// <summary>Messages that are sent one by one.</summary>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>Options of the writes that follow; null for the defaults.</summary>
    WriteOptions? WriteOptions { get; set; }

    /// <summary>Sends a message; done when the transport took it, which waits while the peer does not read. One at a time.</summary>
    /// <exception cref="InvalidOperationException">The last write is not done, or the stream has ended.</exception>
    Task WriteAsync(T message);

    /// <summary>Sends a message; cancelling it cancels the call.</summary>
    Task WriteAsync(T message, CancellationToken cancellationToken) =>
        cancellationToken.CanBeCanceled
            ? throw new NotSupportedException("This writer takes no cancellation token.")
            : WriteAsync(message);
}
