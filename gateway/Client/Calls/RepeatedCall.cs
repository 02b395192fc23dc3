using Grpc.Core;

namespace InfoSharing.Client.Calls;

/// <summary>
/// One unary call, made again while nobody answers: UNAVAILABLE means that nothing was acknowledged, and each call of the contract may
/// be repeated under its request id. Any other end is the call's end.
/// </summary>
internal sealed class RepeatedCall<TRequest, TResponse>(
    CallInvoker inner, Method<TRequest, TResponse> method, string? host, CallOptions call, TRequest request, AgencyClientOptions options) : IDisposable
    where TRequest : class
    where TResponse : class
{
    private readonly CancellationTokenSource _given = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken);
    private AsyncUnaryCall<TResponse>? _last;
    private int _ended;

    /// <summary>Starts it. Disposing what comes back cancels it.</summary>
    public AsyncUnaryCall<TResponse> Start()
    {
        var response = RunToItsEnd(_given.Token);
        return new AsyncUnaryCall<TResponse>(
            response,
            static state => Of(state).HeadersAsync(),
            static state => Of(state)._last!.GetStatus(),
            static state => Of(state)._last!.GetTrailers(),
            static state => Of(state).Dispose(),
            this);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            _given.Cancel();
            _given.Dispose();
        }
        _last?.Dispose();
    }

    private static RepeatedCall<TRequest, TResponse> Of(object state) => (RepeatedCall<TRequest, TResponse>)state;

    private Task<Metadata> HeadersAsync() => _last!.ResponseHeadersAsync;

    // Few dispose of a call that they have awaited: its hold on the caller's token, which may live as long as the process, ends with it.
    private async Task<TResponse> RunToItsEnd(CancellationToken cancel)
    {
        try
        {
            return await Run(cancel);
        }
        finally
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0) _given.Dispose();
        }
    }

    private async Task<TResponse> Run(CancellationToken cancel)
    {
        var within = Contract.DeadlineOf(method);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _last = inner.AsyncUnaryCall(method, host, WithDeadline(within).WithCancellationToken(cancel), request);
                return await _last.ResponseAsync;
            }
            catch (RpcException failure) when (within is not null && failure.StatusCode == StatusCode.Unavailable && attempt < options.Attempts && !cancel.IsCancellationRequested)
            {
                await Wait(attempt + 1, failure.StatusCode, cancel);
            }
            catch (RpcException failure) when (failure.StatusCode == StatusCode.InvalidArgument)
            {
                throw new BadRequestException(failure);
            }
        }
    }

    // A deadline that the caller gave is the whole call's; the contract's is each attempt's.
    private CallOptions WithDeadline(TimeSpan? within) =>
        call.Deadline is null && within is { } length ? call.WithDeadline(options.Clock.GetUtcNow().UtcDateTime + length) : call;

    private async Task Wait(int attempt, StatusCode because, CancellationToken cancel)
    {
        var delay = options.DelayBefore(attempt);
        options.OnFurtherAttempt?.Invoke(new(method.Name, attempt, delay, because));
        try
        {
            await Task.Delay(delay, options.Clock, cancel);
        }
        catch (OperationCanceledException cancelled)
        {
            // As a call that was cancelled under way would end.
            throw new RpcException(new Status(StatusCode.Cancelled, "The call was cancelled between two attempts.", cancelled));
        }
    }
}
