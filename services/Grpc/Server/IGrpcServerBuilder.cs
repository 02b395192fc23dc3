using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server;

/// <summary>Where the gRPC server is configured further.</summary>
public interface IGrpcServerBuilder
{
    /// <summary>The services being registered.</summary>
    IServiceCollection Services { get; }
}
