using System.Globalization;
using Grpc.Core;

namespace Grpc.Net.Client.Retry;

/// <summary>The attempts of one call (gRFC A6).</summary>
internal sealed class RetryAttempts(RetryRule rule, RetryThrottle? throttle)
{
    private int sinceBackoffBegan;

    /// <summary>Attempts that failed; travels as <c>grpc-previous-rpc-attempts</c>.</summary>
    public int Failed { get; private set; }

    public void Succeeded() => throttle?.Succeeded();

    /// <summary>How long to wait for the next attempt after one failed before its response headers; null when there is none.</summary>
    /// <param name="code">How it failed.</param>
    /// <param name="pushback">The server's <c>grpc-retry-pushback-ms</c>: the wait that it wants; anything but a number from zero up says not to try again.</param>
    public TimeSpan? Next(StatusCode code, string? pushback)
    {
        Failed++;
        sinceBackoffBegan++;
        var wait = pushback is null ? (TimeSpan?)null
            : int.TryParse(pushback, NumberStyles.None, null, out var milliseconds) ? TimeSpan.FromMilliseconds(milliseconds)
            : TimeSpan.MinValue;
        var retryable = rule.Retries(code);
        var allowed = !(retryable || wait == TimeSpan.MinValue) || throttle?.Failed() != false;
        if (!retryable || !allowed || wait == TimeSpan.MinValue || Failed >= rule.MaxAttempts)
        {
            return null;
        }

        if (wait is not null)
        {
            sinceBackoffBegan = 0;
            return wait;
        }

#pragma warning disable CA5394 // spreads callers over time; nothing secret hangs on it
        return rule.Backoff(sinceBackoffBegan, Random.Shared.NextDouble());
#pragma warning restore CA5394
    }
}
