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
    private readonly Metadata _operatorToken;

    internal AgencyDoor(string address, string token, string operatorToken)
    {
        Address = address;
        _operatorToken = new Metadata { { "authorization", $"Bearer {operatorToken}" } };
        _channel = GrpcChannel.ForAddress(address);
        _token = new Metadata { { "authorization", $"Bearer {token}" } };
        Cases = new(_channel);
        Audit = new(_channel);
        Operations = new(_channel);
    }

    /// <summary>Where it is.</summary>
    internal string Address { get; }

    internal CaseExchange.CaseExchangeClient Cases { get; }

    internal LedgerAudit.LedgerAuditClient Audit { get; }

    internal Operations.OperationsClient Operations { get; }

    /// <summary>An operator's headers, without a deadline.</summary>
    internal CallOptions AsOperator(CancellationToken stop) => new(_operatorToken, null, stop);

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
            catch (RpcException fault) when (IsOver(fault) && !stop.IsCancellationRequested)
            {
                // Killed in the middle: whether it was stored, only the same request id can tell.
            }
            await pause.WaitForNextTickAsync(stop);
        }
    }

    /// <summary>True where a call ended without an answer: nobody was there, or the process was killed in the middle.</summary>
    internal static bool IsOver(RpcException fault) => fault.StatusCode is StatusCode.Unavailable or StatusCode.Internal or StatusCode.Cancelled or StatusCode.DeadlineExceeded or StatusCode.Unknown;

    public void Dispose() => _channel.Dispose();
}
