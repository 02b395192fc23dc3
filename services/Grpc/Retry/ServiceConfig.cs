namespace Grpc.Net.Client.Configuration;

/// <summary>How a channel's methods are called (service_config.md).</summary>
public sealed class ServiceConfig
{
    /// <summary>Settings of methods. The one that names a method most closely holds.</summary>
    public IList<MethodConfig> MethodConfigs { get; } = [];

    /// <summary>Stops retries while too many calls fail; null for never.</summary>
    public RetryThrottlingPolicy? RetryThrottling { get; set; }
}
