using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>The health service over ASP.NET Core's health checks.</summary>
internal sealed class CheckedHealthService(HealthServiceImpl kept, HealthCheckService checks, IOptions<GrpcHealthChecksOptions> options, IHostApplicationLifetime lifetime)
    : Health.V1.Health.HealthBase
{
    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        if (!options.Value.Services.TryGet(request.Service, out var mapping))
        {
            throw new RpcException(new Status(StatusCode.NotFound, "This server does not report on that service."));
        }

        return lifetime.ApplicationStopping.IsCancellationRequested ? new HealthCheckResponse { Status = ServingStatus.NotServing }
            : options.Value.UseHealthChecksCache ? await kept.Check(request, context)
            : new HealthCheckResponse { Status = await NowAsync(mapping, context.CancellationToken) };
    }

    public override async Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        if (!options.Value.UseHealthChecksCache && options.Value.Services.TryGet(request.Service, out var mapping))
        {
            kept.SetStatus(request.Service, await NowAsync(mapping, context.CancellationToken));
        }

        await kept.WatchAsync(request.Service, responseStream, context.CancellationToken, lifetime.ApplicationStopping);
    }

    private async Task<ServingStatus> NowAsync(ServiceMapping mapping, CancellationToken cancellationToken) =>
        StatusOf((await checks.CheckHealthAsync(mapping.Takes, cancellationToken)).Status);

    /// <summary>Degraded still serves.</summary>
    internal static ServingStatus StatusOf(HealthStatus status) => status == HealthStatus.Unhealthy ? ServingStatus.NotServing : ServingStatus.Serving;
}
