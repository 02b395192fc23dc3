using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http.Features;

namespace Grpc.AspNetCore.Server;

internal sealed partial class HttpContextServerCallContext
{
    // HTTP/2 error codes (RFC 9113, section 7).
    private const int NoError = 0;
    private const int InternalError = 2;
    private const int Cancel = 8;

    private CancellationTokenSource? deadlineSource;
    private DeadlineTimer? deadlineTimer;
    private TaskCompletionSource? deadlineHandled;

    /// <summary>Starts the call's clock (PROTOCOL-HTTP2 "Timeout"). A malformed timeout means no deadline, as on the official server.</summary>
    public void Start()
    {
        http.Features.Set<IServedCall>(this);
        if (!http.Request.Headers.TryGetValue(GrpcHeaders.Timeout, out var header))
        {
            return;
        }

        if (!TimeoutHeader.TryParse(header, out var timeout))
        {
            log.MalformedTimeout(method.FullName);
            return;
        }

        var now = DeadlineTimer.Now;
        if (timeout >= DateTime.MaxValue - now)
        {
            return;
        }

        deadline = DateTime.SpecifyKind(now + timeout, DateTimeKind.Utc);
        deadlineSource = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        deadlineHandled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        token = deadlineSource.Token;
        deadlineTimer = new DeadlineTimer(deadline, static context => ((HttpContextServerCallContext)context).OnDeadline(), this);
    }

    /// <summary>Ends a call whose handler returned.</summary>
    public Task EndAsync() => EndAsync(StatusCore);

    /// <summary>Ends a call whose handler threw: an RpcException says its status, a cancelled call is CANCELLED, all else is UNKNOWN with no text.</summary>
    public Task FailAsync(Exception exception)
    {
        if (exception is RpcException rpc)
        {
            foreach (var entry in rpc.Trailers)
            {
                ResponseTrailersCore.Add(entry);
            }

            return EndAsync(rpc.Status);
        }

        if (CancellationTokenCore.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            return EndAsync(Status.DefaultCancelled);
        }

        if (gate.IsEnded)
        {
            return Task.CompletedTask; // what a handler throws after its deadline reaches no one
        }

        log.HandlerFailed(method.FullName, exception);
        var detail = options.EnableDetailedErrors
            ? $"Exception was thrown by handler. {exception.GetType().Name}: {exception.Message}"
            : "Exception was thrown by handler.";
        return EndAsync(new Status(StatusCode.Unknown, detail));
    }

    /// <summary>Lets go of the call. Nothing may touch the request after this.</summary>
    public async ValueTask DisposeAsync()
    {
        deadlineTimer?.Dispose();
        if (gate.IsEndedByDeadline)
        {
            await deadlineHandled!.Task;
        }

        deadlineSource?.Dispose();
    }

    private async Task EndAsync(Status status)
    {
        if (!gate.TryEnd(byDeadline: false, out var writing))
        {
            return;
        }

        log.CallEnded(method.FullName, status.StatusCode);
        if (writing || writer is { IsBroken: true })
        {
            // A message lies half written in the stream: no trailers can follow it.
            Reset(InternalError);
        }
        else if (token is not CancellationToken { IsCancellationRequested: true } || !http.RequestAborted.IsCancellationRequested)
        {
            await WriteStatusAsync(status, responseTrailers);
        }
    }

    /// <summary>In trailers after the headers; alone in the headers when a failure comes first (PROTOCOL-HTTP2 "Trailers-Only").</summary>
    private async Task WriteStatusAsync(Status status, Metadata? trailers)
    {
        var response = http.Response;
        if (!HasBegun && status.StatusCode == StatusCode.OK)
        {
            await response.StartAsync(CancellationTokenCore);
        }

        var headers = HasBegun ? http.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers : response.Headers;
        StatusHeaders.Write(headers, status, trailers);
        if (status.StatusCode == StatusCode.Unimplemented && Limits is { Encoding: not null and not GrpcHeaders.Identity, Decompression: null })
        {
            // compression.md: a server that cannot read an encoding says which it can.
            headers[GrpcHeaders.AcceptEncoding] = options.Encodings.Accepted;
        }
    }

    private void OnDeadline()
    {
        if (gate.TryEnd(byDeadline: true, out var writing))
        {
            _ = EndAtDeadlineAsync(writing);
        }
    }

    /// <summary>Ends the stream even if the handler goes on. The handler's trailers are left out: it may be changing them.</summary>
    private async Task EndAtDeadlineAsync(bool writing)
    {
        try
        {
            log.DeadlineExceeded(method.FullName);
            var cancelled = deadlineSource!.CancelAsync();
            if (writing)
            {
                // The write may be waiting for a shut window, so trailers might never leave. Clients report a CANCEL after the deadline as DEADLINE_EXCEEDED.
                Reset(Cancel);
            }
            else
            {
                await WriteStatusAsync(new Status(StatusCode.DeadlineExceeded, "Deadline Exceeded"), null);
                await http.Response.CompleteAsync();
                Reset(NoError);
            }

            await cancelled;
        }
        catch (Exception exception) // runs on a timer: a failure, as of a connection that is gone, becomes a log line
        {
            log.EndingFailed(method.FullName, exception);
        }
        finally
        {
            deadlineHandled!.SetResult();
        }
    }

    private void Reset(int errorCode) => http.Features.Get<IHttpResetFeature>()?.Reset(errorCode);
}
