using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

internal sealed partial class GrpcCall<TRequest, TResponse>
{
    private static readonly Status DeadlineExceeded = new(StatusCode.DeadlineExceeded, "");

#pragma warning disable CA2213 // never disposed: the transport may still register on its token after the call has ended, and it holds no timer
    private readonly CancellationTokenSource source = new();
#pragma warning restore CA2213
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock sync = new();
    private DeadlineTimer? deadlineTimer;
    private CancellationTokenRegistration callerRegistration;
    private CancellationTokenRegistration channelRegistration;
    private IRequestMessages? requests;
    private Status status;
    private Metadata? trailers;
    private bool isEnded;

    public bool IsEnded => Volatile.Read(ref isEnded);

    /// <summary>Ends the call early: RST_STREAM(CANCEL) goes to the server. Does nothing when the call has ended.</summary>
    public void Abort(Status reason)
    {
        if (End(reason))
        {
            // Not on this thread: the caller's continuations would run inside its own Dispose or Cancel.
            _ = source.CancelAsync();
            response?.Dispose(); // after the headers, this is what resets the stream
        }
    }

    /// <summary>What to throw for a call that has ended: its status with its trailers.</summary>
    public Exception Failure()
    {
        var failure = new RpcException(status, ReadTrailers());
        var byCaller = status.StatusCode == StatusCode.DeadlineExceeded
            || (status.StatusCode == StatusCode.Cancelled && options.CancellationToken.IsCancellationRequested);
        return channel.Options.ThrowOperationCanceledOnCancellation && byCaller
            ? new OperationCanceledException(status.Detail, failure, options.CancellationToken)
            : failure;
    }

    /// <summary>Gives the call its one status; false when it has one.</summary>
    private bool End(Status final)
    {
        // A server that saw the deadline first may only have reset the stream (PROTOCOL-HTTP2 "Errors").
        if (final.StatusCode == StatusCode.Cancelled && deadline <= DeadlineTimer.Now)
        {
            final = DeadlineExceeded;
        }

        lock (sync)
        {
            if (isEnded)
            {
                return false;
            }

            status = final;
            Volatile.Write(ref isEnded, true);
        }

        StopClock();
        requests?.Abandon();
        if (final.StatusCode == StatusCode.OK)
        {
            attempts?.Succeeded();
        }

        channel.Log.CallEnded(method.FullName, final.StatusCode);
        ended.TrySetResult();
        return true;
    }

    private Metadata ReadTrailers() => trailers ??= response is null ? [] : ResponseHead.Trailers(response);
}
