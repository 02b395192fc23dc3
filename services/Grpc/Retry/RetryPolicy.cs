using Grpc.Core;

namespace Grpc.Net.Client.Configuration;

/// <summary>How a failed call is tried again (gRFC A6). All of it must be set.</summary>
public sealed class RetryPolicy
{
    /// <summary>Attempts in all, the first included: 2 or more. <see cref="GrpcChannelOptions.MaxRetryAttempts"/> caps it.</summary>
    public int? MaxAttempts { get; set; }

    /// <summary>Wait before the second attempt, give or take a fifth. More than zero.</summary>
    public TimeSpan? InitialBackoff { get; set; }

    /// <summary>Longest wait before an attempt. More than zero.</summary>
    public TimeSpan? MaxBackoff { get; set; }

    /// <summary>By what each wait is longer than the last. More than zero.</summary>
    public double? BackoffMultiplier { get; set; }

    /// <summary>Codes after which a call is tried again: those that say it had no effect, or that it may have one twice. At least one.</summary>
    public IList<StatusCode> RetryableStatusCodes { get; } = [];
}
