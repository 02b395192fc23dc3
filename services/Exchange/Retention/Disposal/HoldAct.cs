using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Api;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Retention.Disposal;

/// <summary>A legal hold is put on a case, or ended. While it is on, nothing destroys the key: no disposal, no closing of an enquiry, no restore.</summary>
internal sealed class HoldAct(CustodyDesk desk, TimeProvider clock)
{
    internal async Task<HoldReply> Run(HoldRequest request, Caller caller, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var transferId = Shapes.Id(request.TransferId);
        var (by, reason) = (Persons.Of(request.By, caller), Persons.Words(request.Reason));
        var until = Persons.EndOf(request.Until, clock.GetUtcNow());
        var result = await desk.Decide(transferId, at => at.IsErased ? (Nos.NotKnown, null) : (null, CustodyDesk.Rows(transferId, new()
        {
            Act = ActRecords.ActOf(caller, Act.Types.Kind.Hold, at.Now, reason), By = by, Until = until is { } day ? Timestamp.FromDateTimeOffset(day) : null,
        }, EventKinds.HoldPut)));
        return new() { At = Timestamp.FromDateTimeOffset(result.At!.Value) };
    }

    internal async Task<EndHoldReply> End(EndHoldRequest request, Caller caller, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var transferId = Shapes.Id(request.TransferId);
        var (by, reason) = (Persons.Of(request.By, caller), Persons.Words(request.Reason));
        var result = await desk.Decide(transferId, at => at.Custody.Hold is null
            ? (Nos.NoHold, null)
            : (null, CustodyDesk.Rows(transferId, new() { Act = ActRecords.ActOf(caller, Act.Types.Kind.EndHold, at.Now, reason), By = by }, EventKinds.HoldEnded)));
        return new() { At = Timestamp.FromDateTimeOffset(result.At!.Value) };
    }
}
