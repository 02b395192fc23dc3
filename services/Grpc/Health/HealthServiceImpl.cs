using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using Grpc.Health.V1;

namespace Grpc.HealthCheck;

/// <summary>Keeps the health of services by name and tells it (health-checking.md). Safe for many threads.</summary>
public class HealthServiceImpl : Health.V1.Health.HealthBase
{
    private readonly ConcurrentDictionary<string, HealthCheckResponse.Types.ServingStatus> statuses = new();
    private readonly ConcurrentDictionary<Channel<HealthCheckResponse.Types.ServingStatus>, string> watchers = new();
    private readonly Lock sync = new();

    /// <summary>Sets a service's status; empty is the server as a whole.</summary>
    public void SetStatus(string service, HealthCheckResponse.Types.ServingStatus status)
    {
        ArgumentNullException.ThrowIfNull(service);
        lock (sync)
        {
            statuses[service] = status;
            Tell(service, status);
        }
    }

    /// <summary>Forgets a service: it is unknown from now on.</summary>
    public void ClearStatus(string service)
    {
        ArgumentNullException.ThrowIfNull(service);
        lock (sync)
        {
            statuses.TryRemove(service, out _);
            Tell(service, HealthCheckResponse.Types.ServingStatus.ServiceUnknown);
        }
    }

    /// <summary>Forgets all services.</summary>
    public void ClearAll()
    {
        foreach (var service in statuses.Keys)
        {
            ClearStatus(service);
        }
    }

    /// <inheritdoc/>
    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        return statuses.TryGetValue(request.Service, out var status)
            ? Task.FromResult(new HealthCheckResponse { Status = status })
            : throw new RpcException(new Status(StatusCode.NotFound, "This server does not report on that service."));
    }

    /// <inheritdoc/>
    public override async Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(responseStream);
        ArgumentNullException.ThrowIfNull(context);
        await WatchAsync(request.Service, responseStream, context.CancellationToken, CancellationToken.None);
    }

    /// <summary>Tells a watcher the status now and each change, until the call ends; or tells it NOT_SERVING and ends it when the server stops.</summary>
    internal async Task WatchAsync(string service, IServerStreamWriter<HealthCheckResponse> responses, CancellationToken callEnded, CancellationToken serverStops)
    {
        // A watcher that is slow to read learns the newest status, not every one.
        var changes = Channel.CreateBounded<HealthCheckResponse.Types.ServingStatus>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (sync)
        {
            watchers[changes] = service;
            changes.Writer.TryWrite(statuses.TryGetValue(service, out var status) ? status : HealthCheckResponse.Types.ServingStatus.ServiceUnknown);
        }

        using var stopping = serverStops.UnsafeRegister(static changes => ((Channel<HealthCheckResponse.Types.ServingStatus>)changes!).Writer.TryComplete(), changes);
        try
        {
            HealthCheckResponse.Types.ServingStatus? told = null;
            await foreach (var status in changes.Reader.ReadAllAsync(callEnded))
            {
                if (status != told)
                {
                    await responses.WriteAsync(new HealthCheckResponse { Status = status }, CancellationToken.None);
                    told = status;
                }
            }

            await responses.WriteAsync(new HealthCheckResponse { Status = HealthCheckResponse.Types.ServingStatus.NotServing }, CancellationToken.None);
        }
        finally
        {
            watchers.TryRemove(changes, out _);
        }
    }

    private void Tell(string service, HealthCheckResponse.Types.ServingStatus status)
    {
        foreach (var (changes, _) in watchers.Where(watcher => watcher.Value == service))
        {
            changes.Writer.TryWrite(status);
        }
    }
}
