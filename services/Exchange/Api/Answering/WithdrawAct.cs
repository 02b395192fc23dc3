using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Telemetry;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Api.Answering;

/// <summary>The sender no longer asks. It is a request: the lead's ledger answers whether that was in time.</summary>
internal sealed class WithdrawAct(ILedger ledger, AgencyKeys us, TimeProvider clock)
{
    /// <summary>Asks for it.</summary>
    internal async Task<WithdrawReply> Run(WithdrawRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var transferId = Shapes.Id(request.TransferId);
        var bare = request.Clone();
        bare.RequestId = "";
        var asking = new Asking();
        var result = await ledger.AppendAsync(new()
        {
            Request = ActKey.Of(caller, "withdraw", request.RequestId, bare, transferId, now),
            Rows = new() { Audits = [ActRecords.Of(caller, Act.Types.Kind.Withdraw, now, transferId, reason: request.Reason)] },
            Decide = view =>
            {
                var stored = view.Messages(transferId).Select(TransferStates.Read).OfType<Exchanged>().ToList();
                Traces.LinkToFirst(stored);
                var state = TransferFold.Of(us.Agency, transferId.ToString("D"), stored);
                if (asking.Says(SenderActs.Withdraw(state, request.Reason)) is { } no) return LedgerDecision.No(no.Code);
                // Every copy learns of it too; the lead alone answers.
                var messages = new[] { state.Lead }.Concat(state.Copies.Select(copy => copy.Agency)).Where(agency => agency.Length > 0).Distinct().Select(agency =>
                {
                    var message = Messages.New(us.Agency, agency, transferId, state.NewestStored, now);
                    message.Withdrawn = new() { Step = Withdrawn.Types.Step.Requested, Reason = request.Reason };
                    return message;
                }).ToList();
                var after = TransferFold.Of(us.Agency, state.TransferId, [.. stored, .. messages.Select(message => new Exchanged(TransferStates.Next(stored, message), view.Now))]);
                return LedgerDecision.Go(new()
                {
                    Events = messages.ConvertAll(message => new EventRow(transferId, message.Version, EventKinds.Of(message, ours: true), Events.Of(message))),
                    Outgoing = messages.ConvertAll(Messages.Outgoing),
                    Journey = Journeys.Of(transferId, after),
                }, new WithdrawReply { MessageId = messages[0].Id, At = Timestamp.FromDateTimeOffset(view.Now) }.ToByteArray());
            },
        }, cancellationToken);
        asking.Throw(result);
        if (result.Outcome == AppendOutcome.AlreadyExists) throw new OtherContentException("This request id was used for another withdrawal. Give each a request id of its own.");
        return WithdrawReply.Parser.ParseFrom(result.Answer);
    }
}
