using System.Runtime.CompilerServices;
using Grpc.Core;
using InfoSharing.V1;

namespace InfoSharing.Client.Watching;

/// <summary>One watch of a ledger, over as many connections as it takes.</summary>
internal sealed class EventWatch(CaseExchange.CaseExchangeClient cases, AgencyClientOptions options)
{
    private ulong _cursor;
    private int _inVain;
    private bool _wasAnswered;

    internal async IAsyncEnumerable<WatchReply> ReadAsync(ulong after, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        _cursor = after;
        while (true)
        {
            using var call = cases.Watch(new WatchRequest { After = _cursor }, cancellationToken: cancel);
            while (await Next(call, cancel))
            {
                var happened = call.ResponseStream.Current;
                // A server that begins too early must not make anybody act twice.
                if (happened.Cursor <= _cursor) continue;
                (_cursor, _inVain, _wasAnswered) = (happened.Cursor, 0, true);
                yield return happened;
            }
            await Wait(cancel);
        }
    }

    // False where the connection is lost. The stream never ends by itself: an end without a failure is a server that stops.
    private async Task<bool> Next(AsyncServerStreamingCall<WatchReply> call, CancellationToken cancel)
    {
        try
        {
            return await call.ResponseStream.MoveNext(cancel);
        }
        catch (RpcException failure) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException("The watch was ended.", failure, cancel);
        }
        catch (RpcException failure) when (IsLost(failure) && IsWorthTrying(call))
        {
            return false;
        }
    }

    // What this side found out by itself, and what a server says that goes down.
    private static bool IsLost(RpcException failure) =>
        failure.StatusCode is StatusCode.Unavailable or StatusCode.Cancelled || failure.Status.DebugException is IOException or HttpRequestException;

    // Who was once answered tries on until told to stop; where nobody ever answered, the address is more likely wrong than the server down.
    private bool IsWorthTrying(AsyncServerStreamingCall<WatchReply> call)
    {
        _wasAnswered |= call.ResponseHeadersAsync.IsCompletedSuccessfully;
        return _wasAnswered || _inVain + 1 < options.Attempts;
    }

    private async Task Wait(CancellationToken cancel)
    {
        var attempt = ++_inVain + 1;
        var delay = options.DelayBefore(attempt);
        options.OnFurtherAttempt?.Invoke(new(nameof(cases.Watch), attempt, delay, StatusCode.Unavailable));
        await Task.Delay(delay, options.Clock, cancel);
    }
}
