using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Api;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Retention.Disposal;

/// <summary>A case is kept beyond its period, with the reason. What was confirmed before no longer counts.</summary>
internal sealed class KeepAct(CustodyDesk desk, TimeProvider clock)
{
    internal async Task<KeepReply> Run(KeepRequest request, Caller caller, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var transferId = Shapes.Id(request.TransferId);
        var (by, reason) = (Persons.Of(request.By, caller), Persons.Words(request.Reason));
        var until = Persons.EndOf(request.Until, clock.GetUtcNow()) ?? throw new ActNotAllowedException(Nos.DayPassed);
        var result = await desk.Decide(transferId, at => at.IsErased
            ? (Nos.NotKnown, null)
            : (null, CustodyDesk.Rows(transferId, new() { Act = ActRecords.ActOf(caller, Act.Types.Kind.Keep, at.Now, reason), By = by, Until = Timestamp.FromDateTimeOffset(until) }, EventKinds.Kept)));
        return new() { At = Timestamp.FromDateTimeOffset(result.At!.Value) };
    }
}
