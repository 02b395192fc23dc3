using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>A handler's responses. A write is done when the transport took it, so a peer that stops reading stops the handler.</summary>
internal sealed class ServerStreamWriter<T>(HttpContextServerCallContext context, Action<T, SerializationContext> serializer) : IServerStreamWriter<T>
    where T : class
{
    public WriteOptions? WriteOptions
    {
        get => context.WriteOptions;
        set => context.WriteOptions = value;
    }

    public Task WriteAsync(T message) => Write(message);

    public Task WriteAsync(T message, CancellationToken cancellationToken) =>
        cancellationToken.CanBeCanceled ? WriteCancellableAsync(message, cancellationToken) : Write(message);

    /// <summary>A message cannot be taken back halfway, so cancelling a write cancels the call.</summary>
    private async Task WriteCancellableAsync(T message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var registration = cancellationToken.UnsafeRegister(static context => ((HttpContextServerCallContext)context!).HttpContext.Abort(), context);
        await Write(message);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private Task Write(T message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var flush = WriteOptions is not { } options || !options.Flags.HasFlag(WriteFlags.BufferHint);
        return context.WriteMessageAsync(message, serializer, flush);
    }
}
