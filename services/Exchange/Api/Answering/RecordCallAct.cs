using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Api.Answering;

/// <summary>Somebody of a recipient was rung: who, and when. What was owed by telephone is struck off, here at once and there when it is told.</summary>
internal sealed class RecordCallAct(TellingAct telling, AgencyKeys us, TimeProvider clock)
{
    /// <summary>Records it.</summary>
    internal async Task<RecordCallReply> Run(RecordCallRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var transferId = Shapes.Id(request.TransferId);
        var bare = request.Clone();
        bare.RequestId = "";
        var called = request.Called?.Clone() ?? new();
        if (called.By.IsBlank()) called.By = new() { Name = caller.Name, Role = caller.Role, Org = us.Agency };
        called.At = Timestamp.FromDateTimeOffset(now);
        var answer = await telling.Run(
            transferId, ActKey.Of(caller, "call", request.RequestId, bare, transferId, now), ActRecords.Of(caller, Act.Types.Kind.Call, now, transferId),
            (_, state) => SenderActs.Call(state, RungOf(request, state), called, now),
            (view, state) =>
            {
                var message = Messages.New(us.Agency, RungOf(request, state), transferId, state.NewestStored, now);
                message.Called = called;
                return new([message], new RecordCallReply { MessageId = message.Id, Agency = message.Recipient, At = Timestamp.FromDateTimeOffset(view.Now) });
            }, cancellationToken);
        return RecordCallReply.Parser.ParseFrom(answer);
    }

    private static string RungOf(RecordCallRequest request, TransferState state) =>
        request.Agency.Length > 0 ? request.Agency : state.Local.OwedByPhone is [var held] ? held.Agency : state.Lead;
}
