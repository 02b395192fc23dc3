using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Answers.Timing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Api.Answering;

/// <summary>One side says its reasons in a disagreement, or what both have agreed, which ends it. It moves no responsibility.</summary>
internal sealed class DisagreementNoteAct(TellingAct telling, AgencyKeys us, Judgements judgements, TimeProvider clock)
{
    /// <summary>Says it.</summary>
    internal async Task<NoteDisagreementReply> Run(NoteDisagreementRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var transferId = Shapes.Id(request.TransferId);
        var bare = request.Clone();
        bare.RequestId = "";
        var note = request.Note?.Clone() ?? new();
        if (note.By.IsBlank()) note.By = new() { Name = caller.Name, Role = caller.Role, Org = us.Agency };
        note.At = Timestamp.FromDateTimeOffset(now);
        var answer = await telling.Run(
            transferId, ActKey.Of(caller, "disagree", request.RequestId, bare, transferId, now), ActRecords.Of(caller, Act.Types.Kind.Disagree, now, transferId, reason: note.Words),
            (view, state) => EitherSideActs.Note(state, note, new Disagreements(state, new(judgements.Own)).At(view.Now)),
            (view, state) =>
            {
                var message = Messages.New(us.Agency, state.Side == Side.Sender ? state.Lead : state.Sender, transferId, state.NewestStored, now);
                message.DisagreementNote = note;
                return new([message], new NoteDisagreementReply { MessageId = message.Id, At = Timestamp.FromDateTimeOffset(view.Now) });
            }, cancellationToken);
        return NoteDisagreementReply.Parser.ParseFrom(answer);
    }
}
