using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Answers.Holding;
using InfoSharing.Exchange.Answers.Owing;
using InfoSharing.Exchange.Api.Documents;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Telemetry;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using Answer = InfoSharing.V1.RespondRequest.AnswerOneofCase;

namespace InfoSharing.Exchange.Api.Answering;

/// <summary>
/// The lead accepts, declines or asks, for each child; and says what it does with what it knows, after a withdrawal. Whether it may is asked inside the transaction that commits it: this ledger
/// orders the answers, and responsibility passes when an acceptance is committed here.
/// </summary>
internal sealed class RespondAct(ILedger ledger, AgencyKeys us, OwedItems owed, DocumentsNow documents, TimeProvider clock)
{
    /// <summary>Answers.</summary>
    internal async Task<RespondReply> Run(RespondRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var transferId = Shapes.Id(request.TransferId);
        var said = new Said(request, caller, us.Agency, now);
        var bare = request.Clone();
        bare.RequestId = "";
        var asking = new Asking();
        var wrong = await documents.Wrong(transferId, cancellationToken);
        var result = await ledger.AppendAsync(new()
        {
            Request = ActKey.Of(caller, "respond", request.RequestId, bare, transferId, now),
            Rows = new() { Audits = [ActRecords.Of(caller, Act.Types.Kind.Answer, now, transferId, said.SawVersion, said.Reason)] },
            Decide = view =>
            {
                var stored = view.Messages(transferId).Select(TransferStates.Read).OfType<Exchanged>().ToList();
                Traces.LinkToFirst(stored);
                // IS-901 asks for the papers; those that came in other bytes are none.
                var state = TransferFold.Of(us.Agency, transferId.ToString("D"), stored.Concat(TransferStates.Parts(us.Agency, transferId, view.Carried(transferId), wrong)));
                if (asking.Says(Verdict(state, said)) is { } no) return LedgerDecision.No(no.Code);
                var message = said.To(state, transferId, now);
                var after = TransferFold.Of(us.Agency, state.TransferId, [.. stored, new(TransferStates.Next(stored, message), view.Now)]);
                var reply = new RespondReply
                {
                    MessageId = message.Id,
                    At = Timestamp.FromDateTimeOffset(view.Now),
                    CaseResponsibility = { Responsibility.Of(after, view.Now).Select(held => held.ToContract()) },
                };
                return LedgerDecision.Go(new()
                {
                    Events = [new(transferId, message.Version, EventKinds.Of(message, ours: true), Events.Of(message))],
                    Outgoing = [Messages.Outgoing(message)],
                    Journey = Journeys.Of(transferId, after),
                }, reply.ToByteArray());
            },
        }, cancellationToken);
        asking.Throw(result);
        if (result.Outcome == AppendOutcome.AlreadyExists) throw new OtherContentException("This request id was used for another answer. Give each answer a request id of its own.");
        return RespondReply.Parser.ParseFrom(result.Answer);
    }

    private Verdict Verdict(TransferState state, Said said) => said.Kind switch
    {
        Answer.Accepted when said.Accepted.Children.Count == 0 => LeadActs.Acknowledge(state, said.Accepted),
        Answer.Accepted => LeadActs.Accept(state, said.Accepted, state.Kind == Transfer.Types.Kind.CpTransferIn ? OwedList.Still(owed.Of(state)) : []),
        Answer.Declined => LeadActs.Decline(state, said.Declined),
        Answer.Asked => LeadActs.Ask(state, said.Asked),
        Answer.Kept => LeadActs.Keep(state, said.Kept),
        _ => Answers.Acting.Verdict.Of(Nos.NoAnswer),
    };
}
