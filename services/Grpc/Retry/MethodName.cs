namespace Grpc.Net.Client.Configuration;

/// <summary>Names one method, all of a service, or all.</summary>
public sealed class MethodName
{
    /// <summary>All methods.</summary>
    public static readonly MethodName Default = new();

    /// <summary>Service with its package; null for all.</summary>
    public string? Service { get; set; }

    /// <summary>Method without its service; null for all of the service.</summary>
    public string? Method { get; set; }
}
