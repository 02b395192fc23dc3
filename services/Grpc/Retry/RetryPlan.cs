using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace Grpc.Net.Client.Retry;

/// <summary>Which of a channel's calls are tried again, and how much of their requests may be kept for that.</summary>
internal sealed class RetryPlan
{
    private readonly ConcurrentDictionary<string, RetryRule?> rules = new();
    private readonly Dictionary<(string? Service, string? Method), RetryRule> named = [];
    private readonly RetryThrottle? throttle;
    private readonly long channelLimit;
    private long kept;

    /// <exception cref="ArgumentException">A policy is not whole, or two settings name the same methods.</exception>
    public RetryPlan(ServiceConfig config, GrpcChannelOptions options)
    {
        foreach (var method in config.MethodConfigs)
        {
            if (method.RetryPolicy is not { } policy)
            {
                continue;
            }

            var rule = new RetryRule(policy, options.MaxRetryAttempts);
            foreach (var name in method.Names)
            {
                if (!named.TryAdd((Blank(name.Service), Blank(name.Method)), rule))
                {
                    throw new ArgumentException($"Two settings name {name.Service ?? "every service"}, {name.Method ?? "every method"}.", nameof(config));
                }
            }
        }

        throttle = config.RetryThrottling is { } throttling ? new RetryThrottle(throttling) : null;
        channelLimit = options.MaxRetryBufferSize ?? long.MaxValue;
        PerCallLimit = options.MaxRetryBufferPerCallSize ?? long.MaxValue;
    }

    /// <summary>Bytes of one call's requests that may be kept.</summary>
    public long PerCallLimit { get; }

    /// <summary>The attempts of a call; null when it has only one.</summary>
    public RetryAttempts? Begin(IMethod method) =>
        rules.GetOrAdd(method.FullName, static (_, asked) => asked.plan.Find(asked.method), (plan: this, method)) is { } rule ? new RetryAttempts(rule, throttle) : null;

    /// <summary>Keeps bytes of a request; false when the channel holds too many.</summary>
    public bool TryKeep(long bytes)
    {
        if (Interlocked.Add(ref kept, bytes) <= channelLimit)
        {
            return true;
        }

        LetGo(bytes);
        return false;
    }

    public void LetGo(long bytes) => Interlocked.Add(ref kept, -bytes);

    private static string? Blank(string? name) => string.IsNullOrEmpty(name) ? null : name;

    private RetryRule? Find(IMethod method) =>
        named.GetValueOrDefault((method.ServiceName, method.Name)) ?? named.GetValueOrDefault((method.ServiceName, null)) ?? named.GetValueOrDefault((null, null));
}
