using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>A call's requests. A write is done when the transport took it, so a server that stops reading stops the caller.</summary>
internal sealed class ClientStreamWriter<TRequest, TResponse>(GrpcCall<TRequest, TResponse> call, IRequestMessages requests, WriteOptions? options) : IClientStreamWriter<TRequest>
    where TRequest : class
    where TResponse : class
{
    private int writing;
    private bool completed;

    public WriteOptions? WriteOptions { get; set; } = options;

    public Task WriteAsync(TRequest message) => WriteAsync(message, CancellationToken.None);

    public Task WriteAsync(TRequest message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        BeginWrite();
        return WriteNowAsync(message, cancellationToken);
    }

    public Task CompleteAsync()
    {
        if (!completed)
        {
            BeginWrite();
            completed = true;
            requests.Complete();
            Volatile.Write(ref writing, 0);
        }

        return Task.CompletedTask;
    }

    private void BeginWrite()
    {
        if (completed)
        {
            throw new InvalidOperationException("Can't write the message because the client stream writer is complete.");
        }

        if (Interlocked.Exchange(ref writing, 1) == 1)
        {
            throw new InvalidOperationException("Can't write the message because the previous write is in progress.");
        }
    }

    private async Task WriteNowAsync(TRequest message, CancellationToken cancellationToken)
    {
        // A message cannot be taken back halfway, so cancelling a write cancels the call.
        var registration = cancellationToken != call.CallerToken
            ? cancellationToken.UnsafeRegister(static call => ((GrpcCall<TRequest, TResponse>)call!).Abort(new Status(StatusCode.Cancelled, "Call canceled by the client.")), call)
            : default;
        try
        {
            using var buffer = new MessageBuffer(call.MaxSendMessageSize);
            Encode(buffer, message);
            var flush = WriteOptions is not { } options || !options.Flags.HasFlag(WriteFlags.BufferHint);
            await requests.WriteAsync(buffer.Framed, flush, call.Token);
        }
        catch (Exception exception) // rethrown as the call's own failure
        {
            throw await FailureAsync(exception);
        }
        finally
        {
            registration.Unregister();
            Volatile.Write(ref writing, 0);
        }
    }

    private void Encode(MessageBuffer buffer, TRequest message)
    {
        try
        {
            buffer.Encode(message, call.Method.RequestMarshaller.ContextualSerializer, call.CompressorUnder(WriteOptions));
        }
        catch (Exception exception) // the stream lacks a message now: the call cannot go on
        {
            call.Abort(TransportFailure.ToStatus(exception));
            throw;
        }
    }

    private async Task<Exception> FailureAsync(Exception exception)
    {
        var status = await call.StatusAfterRefusedWriteAsync(exception);
        return status.StatusCode == StatusCode.OK ? new InvalidOperationException("Can't write the message because the call is complete.")
            : call.IsEnded ? call.Failure()
            : new RpcException(status);
    }
}
