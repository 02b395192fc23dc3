namespace Grpc.AspNetCore.HealthChecks;

/// <summary>How health checks become the health of services.</summary>
public sealed class GrpcHealthChecksOptions
{
    /// <summary>Which checks say how each service is. Set from the start: the empty name, for the server as a whole, by all checks.</summary>
    public ServiceMappingCollection Services { get; } = [];

    /// <summary>Whether Check answers with what was last published, by default at most 30 s old, instead of checking. Default false.</summary>
    public bool UseHealthChecksCache { get; set; }
}
