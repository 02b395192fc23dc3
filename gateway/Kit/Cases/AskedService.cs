using Grpc.Core;
using Grpc.Net.Client;
using InfoSharing.V1;

namespace InfoSharing.Kit.Cases;

/// <summary>A running service that is asked over gRPC: each transfer to <c>CaseExchange.Check</c>, which stores nothing.</summary>
public sealed class AskedService : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly GrpcChannel _channel;
    private readonly CaseExchange.CaseExchangeClient _client;
    private readonly Metadata _headers = [];

    /// <summary>Opens a channel.</summary>
    /// <param name="address">Where it is: http on loopback, or https.</param>
    /// <param name="token">A bearer token; null without one.</param>
    /// <exception cref="ArgumentException">The address is none, or a token would travel in plain text to another machine.</exception>
    public AskedService(string address, string? token)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new ArgumentException("The address is none: http://127.0.0.1:5100, or https://….", nameof(address));
        if (token is not null && uri.Scheme == "http" && !uri.IsLoopback)
            throw new ArgumentException("A token does not travel in plain text to another machine: use https.", nameof(address));
        _channel = GrpcChannel.ForAddress(uri);
        _client = new(_channel);
        if (token is not null) _headers.Add("authorization", $"Bearer {token}");
    }

    /// <summary>Asks about one case.</summary>
    /// <exception cref="RpcException">The service cannot be reached, or does not know the caller. What it says of one transfer alone is a difference, and is not thrown.</exception>
    public async Task<CaseResult> Ask(KitCase asked, CancellationToken cancelled)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (!asked.IsToldByCheck) return new(asked, CaseOutcome.NotAsked, [], []);
        try
        {
            // The machine's own clock: the call ends on it, whatever day the kit is judged on.
            var options = new CallOptions(_headers, (TimeProvider.System.GetUtcNow() + Patience).UtcDateTime, cancelled);
            var reply = await _client.CheckAsync(new CheckRequest { Transfer = asked.Example.Transfer }, options);
            return Comparison.Of(asked, reply.Report ?? new());
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.InvalidArgument or StatusCode.ResourceExhausted or StatusCode.Internal or StatusCode.Unknown) // of this transfer, not of the service
        {
            return new(asked, CaseOutcome.Differs, [$"answers {e.StatusCode} where a report is asked for"], []);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _channel.Dispose();
}
