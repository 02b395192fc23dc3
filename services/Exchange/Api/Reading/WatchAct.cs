using Grpc.Core;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using Microsoft.Extensions.Hosting;
using Body = InfoSharing.V1.Message.BodyOneofCase;

namespace InfoSharing.Exchange.Api.Reading;

/// <summary>The ledger's events from a cursor on, and then as they happen.</summary>
internal sealed class WatchAct(ILedger ledger, ContentLock locks, ReadRecords records, IHostApplicationLifetime lifetime)
{
    /// <summary>Streams them until the caller has enough.</summary>
    /// <exception cref="RpcException">UNAVAILABLE: the agency stops. The caller goes on from its last cursor when it is back.</exception>
    internal async Task Run(WatchRequest request, Caller caller, IServerStreamWriter<WatchReply> to, CancellationToken cancellationToken)
    {
        await records.Looked(caller, Act.Types.Kind.Watch);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            await foreach (var stored in ledger.WatchAsync(request.After, either.Token))
                if (Events.Read(stored) is { } reply) await to.WriteAsync(await Shown(reply, either.Token), cancellationToken);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new RpcException(new(StatusCode.Unavailable, "This agency is stopping. Watch again from your last cursor: nothing is missed."));
        }
    }

    // Answers and corrections are somebody's words about the family: of what is locked the event is shown, and no word of it.
    private async Task<WatchReply> Shown(WatchReply reply, CancellationToken cancellationToken)
    {
        if (reply.Message is { BodyCase: not (Body.None or Body.Misdirected) } && await locks.Of(Guid.Parse(reply.TransferId), cancellationToken) is not null) reply.Message = Messages.Envelope(reply.Message);
        return reply;
    }
}
