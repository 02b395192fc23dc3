namespace Grpc.Net.Client.Configuration;

/// <summary>Stops a channel's retries while too many of its calls fail (gRFC A6, "Throttling").</summary>
public sealed class RetryThrottlingPolicy
{
    /// <summary>Tokens that the channel starts with and never has more of; a failure takes one. Retries go while more than half are there. More than zero.</summary>
    public int? MaxTokens { get; set; }

    /// <summary>Tokens that a call that ends well gives back. More than zero.</summary>
    public double? TokenRatio { get; set; }
}
