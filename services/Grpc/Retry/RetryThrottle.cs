using Grpc.Net.Client.Configuration;

namespace Grpc.Net.Client.Retry;

/// <summary>A channel's tokens (gRFC A6, "Throttling"). Safe for many threads.</summary>
internal sealed class RetryThrottle
{
    private readonly Lock sync = new();
    private readonly double most;
    private readonly double ratio;
    private double tokens;

    /// <exception cref="ArgumentException">The policy lacks something.</exception>
    public RetryThrottle(RetryThrottlingPolicy policy)
    {
        if (policy.MaxTokens is not > 0 || policy.TokenRatio is not > 0)
        {
            throw new ArgumentException("A throttling policy's MaxTokens and TokenRatio are more than zero.", nameof(policy));
        }

        most = tokens = policy.MaxTokens.Value;
        ratio = policy.TokenRatio.Value;
    }

    public void Succeeded()
    {
        lock (sync)
        {
            tokens = Math.Min(tokens + ratio, most);
        }
    }

    /// <summary>Takes a token; false when no retry may follow.</summary>
    public bool Failed()
    {
        lock (sync)
        {
            tokens = Math.Max(tokens - 1, 0);
            return tokens > most / 2;
        }
    }
}
