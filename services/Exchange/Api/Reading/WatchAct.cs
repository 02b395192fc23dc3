using Grpc.Core;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Api.Reading;

/// <summary>The ledger's events from a cursor on, and then as they happen.</summary>
internal sealed class WatchAct(ILedger ledger, ReadRecords records)
{
    /// <summary>Streams them until the caller has enough.</summary>
    internal async Task Run(WatchRequest request, Caller caller, IServerStreamWriter<WatchReply> to, CancellationToken cancellationToken)
    {
        await records.Looked(caller, Act.Types.Kind.Watch);
        await foreach (var stored in ledger.WatchAsync(request.After, cancellationToken))
            if (Events.Read(stored) is { } reply) await to.WriteAsync(reply, cancellationToken);
    }
}
