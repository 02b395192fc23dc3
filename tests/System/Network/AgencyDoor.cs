using Grpc.Core;
using Grpc.Net.Client;
using InfoSharing.V1;

namespace InfoSharing.Tests.SystemLane.Network;

/// <summary>One agency's door, as a system of that agency uses it: it asks again, with the same request id, until it is answered.</summary>
internal sealed class AgencyDoor : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly GrpcChannel _channel;
    private readonly Metadata _token;

    internal AgencyDoor(string address, string token)
    {
        Address = address;
        _channel = GrpcChannel.ForAddress(address);
        _token = new Metadata { { "authorization", $"Bearer {token}" } };
        Cases = new(_channel);
        Audit = new(_channel);
    }

    /// <summary>Where it is.</summary>
    internal string Address { get; }

    internal CaseExchange.CaseExchangeClient Cases { get; }

    internal LedgerAudit.LedgerAuditClient Audit { get; }

    /// <summary>The call's headers and deadline.</summary>
    internal CallOptions Options(CancellationToken stop) => new(_token, TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(20), stop);

    /// <summary>Without a deadline, for what streams.</summary>
    internal CallOptions Endless(CancellationToken stop) => new(_token, null, stop);

    /// <summary>Calls until there is an answer: a network that is down, or was killed in the middle, is asked again.</summary>
    internal async Task<T> Insist<T>(Func<CallOptions, AsyncUnaryCall<T>> call, CancellationToken stop)
    {
        using var pause = new PeriodicTimer(Pause);
        while (true)
        {
            try
            {
                return await call(Options(stop));
            }
            catch (RpcException fault) when (fault.StatusCode is StatusCode.Unavailable or StatusCode.Internal or StatusCode.Cancelled or StatusCode.DeadlineExceeded or StatusCode.Unknown && !stop.IsCancellationRequested)
            {
                // Killed in the middle: whether it was stored, only the same request id can tell.
            }
            await pause.WaitForNextTickAsync(stop);
        }
    }

    public void Dispose() => _channel.Dispose();
}
