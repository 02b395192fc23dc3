using Google.Protobuf.WellKnownTypes;
using InfoSharing.Directories;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using InfoSharing.Validator.Corrections;
using InfoSharing.Validator.Shapes;

namespace InfoSharing.Exchange.Api.Answering;

/// <summary>
/// The sender corrects a field of what it sent. Nothing is overwritten: what it said, what it says and why are kept, and go to every recipient as its own view has
/// them. Of a field that a view withholds its recipient learns neither the words nor the name.
/// </summary>
internal sealed class CorrectAct(TellingAct telling, AgencyKeys us, DirectoryInForce directory, TimeProvider clock)
{
    /// <summary>Corrects it.</summary>
    internal async Task<CorrectReply> Run(CorrectRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var transferId = Shapes.Id(request.TransferId);
        var bare = request.Clone();
        bare.RequestId = "";
        var by = request.By.IsBlank() ? new Who { Name = caller.Name, Role = caller.Role, Org = us.Agency } : request.By;
        Correction? correction = null;
        IReadOnlyList<ShapeFault> faults = [];
        var record = ActRecords.Of(caller, Act.Types.Kind.Correct, now, transferId, request.SawVersion, request.Reason);
        try
        {
            return CorrectReply.Parser.ParseFrom(await telling.Run(transferId, ActKey.Of(caller, "correct", request.RequestId, bare, transferId, now), record, May, Tell, cancellationToken));
        }
        catch (ActNotAllowedException) when (faults.Count > 0)
        {
            throw new FaultyRequestException(faults);
        }

        Verdict May(ILedgerView view, TransferState state)
        {
            (correction, faults) = (null, []);
            if (SenderActs.MayCorrect(state, request.SawVersion).No is { } no) return Verdict.Of(no);
            if (view.Transfer(transferId, request.SawVersion, Standing.Sent)?.Body.Open() is not { } body) return Verdict.Of(Nos.NotKnown);
            var transfer = Transfer.Parser.ParseFrom(body);
            (correction, faults) = Correction.Of(transfer, request.Field, request.Is, CorrectionsOf.Sender(view.Events(transferId), request.SawVersion).Select(one => (one.Field, one.Is?.Text_ ?? "")));
            if (request.DisputedBy.Length > 0 && transfer.Persons.All(person => person.Ref != request.DisputedBy)) faults = [.. faults, new("disputed_by", "The transfer has no person of this reference.")];
            return Verdict.Of(correction is null || faults.Count > 0 ? Nos.NoField : SenderActs.Correct(state, Whole()).No);
        }

        Told Tell(ILedgerView view, TransferState state)
        {
            var transfer = Transfer.Parser.ParseFrom(view.Transfer(transferId, request.SawVersion, Standing.Sent)!.Body.Open());
            var reply = new CorrectReply { Corrected = Whole(), At = Timestamp.FromDateTimeOffset(view.Now) };
            var messages = new List<Message>();
            // A copy that went to the wrong place is told nothing more.
            foreach (var agency in new[] { state.Lead }.Concat(state.Copies.Where(copy => copy.Misdirected is null).Select(copy => copy.Agency)).Where(agency => agency.Length > 0).Distinct())
            {
                if (correction!.For(PartyOf(transfer, agency), request.Reason.Text_) is not { } view1)
                {
                    reply.NotTold.Add(agency);
                    continue;
                }
                var message = Messages.New(us.Agency, agency, transferId, request.SawVersion, now);
                (message.Corrected, message.Withheld) = (As(view1), view1.Withheld);
                messages.Add(message);
                reply.Told.Add(agency);
            }
            var here = Messages.New(us.Agency, "", transferId, request.SawVersion, now);
            here.Corrected = reply.Corrected;
            return new(messages, reply, [new(transferId, request.SawVersion, EventKinds.Corrected, Events.Of(here))]);
        }

        Corrected Whole() => new()
        {
            Field = correction!.Field, Was = new() { Text_ = correction.Was }, Is = new() { Text_ = correction.Is }, Reason = request.Reason, By = by, At = Timestamp.FromDateTimeOffset(now), DisputedBy = request.DisputedBy,
        };

        Corrected As(CorrectedView view) => view.Field.Length == 0 ? new() { By = by, At = Timestamp.FromDateTimeOffset(now) } : new()
        {
            Field = view.Field, Was = new() { Text_ = view.Was }, Is = new() { Text_ = view.Is }, Reason = view.Reason.Length > 0 ? new() { Text_ = view.Reason } : null,
            By = by, At = Timestamp.FromDateTimeOffset(now), DisputedBy = request.DisputedBy,
        };
    }

    // One that the transfer does not list had its alert from the missing-family list.
    private Party PartyOf(Transfer transfer, string agency) =>
        transfer.Lead?.Agency == agency ? transfer.Lead
        : transfer.Copies.FirstOrDefault(copy => copy.Party?.Agency == agency)?.Party
        ?? (directory.Current?.Find(agency) is { } entry ? new() { Agency = entry.Id, AgencyKind = entry.Kind, AreaGss = entry.AreaGss, Country = entry.Country } : new() { Agency = agency });
}
