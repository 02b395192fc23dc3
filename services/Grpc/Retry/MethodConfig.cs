namespace Grpc.Net.Client.Configuration;

/// <summary>Settings of some methods.</summary>
public sealed class MethodConfig
{
    /// <summary>The methods.</summary>
    public IList<MethodName> Names { get; } = [];

    /// <summary>How their failed calls are tried again; null for not at all.</summary>
    public RetryPolicy? RetryPolicy { get; set; }
}
