using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace Grpc.Net.Client.Retry;

/// <summary>A retry policy, checked.</summary>
internal sealed class RetryRule
{
    private readonly HashSet<StatusCode> codes;
    private readonly TimeSpan first;
    private readonly TimeSpan longest;
    private readonly double multiplier;

    /// <exception cref="ArgumentException">The policy lacks something; all that it lacks is named.</exception>
    public RetryRule(RetryPolicy policy, int? cap)
    {
        var faults = new List<string>();
        if (policy.MaxAttempts is not > 1) faults.Add("MaxAttempts is 2 or more");
        if (policy.InitialBackoff is not { Ticks: > 0 }) faults.Add("InitialBackoff is more than zero");
        if (policy.MaxBackoff is not { Ticks: > 0 }) faults.Add("MaxBackoff is more than zero");
        if (policy.BackoffMultiplier is not > 0) faults.Add("BackoffMultiplier is more than zero");
        if (policy.RetryableStatusCodes.Count == 0) faults.Add("RetryableStatusCodes names a code or more");
        if (faults.Count > 0)
        {
            throw new ArgumentException($"A retry policy is not whole: {string.Join("; ", faults)}.", nameof(policy));
        }

        MaxAttempts = Math.Min(policy.MaxAttempts!.Value, cap ?? int.MaxValue);
        first = policy.InitialBackoff!.Value;
        longest = policy.MaxBackoff!.Value;
        multiplier = policy.BackoffMultiplier!.Value;
        codes = [.. policy.RetryableStatusCodes];
    }

    public int MaxAttempts { get; }

    public bool Retries(StatusCode code) => codes.Contains(code);

    /// <summary>The wait after so many failures in a row, give or take a fifth, so that callers do not come back together.</summary>
    public TimeSpan Backoff(int failures, double random) =>
        TimeSpan.FromTicks((long)(Math.Min(first.Ticks * Math.Pow(multiplier, failures - 1), longest.Ticks) * (0.8 + (0.4 * random))));
}
