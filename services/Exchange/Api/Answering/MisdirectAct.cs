using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Telemetry;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Api.Answering;

/// <summary>
/// It went to the wrong place, says either side. Locked here in the transaction that stores it, with the breach record and its 72 hours; there when the
/// message arrives. The case stays the sender's; the transfer is ended, and to the right place goes a new one.
/// </summary>
internal sealed class MisdirectAct(ILedger ledger, AgencyKeys us, Breaches breaches, TimeProvider clock)
{
    /// <summary>Says it.</summary>
    internal async Task<MisdirectReply> Run(MisdirectRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var transferId = Shapes.Id(request.TransferId);
        var said = new Misdirected
        {
            By = request.By.IsBlank() ? new() { Name = caller.Name, Role = caller.Role, Org = us.Agency } : request.By,
            At = Timestamp.FromDateTimeOffset(request.AwareAt is null ? now : Written.Time(request.AwareAt) ?? DateTimeOffset.MaxValue),
        };
        var bare = request.Clone();
        bare.RequestId = "";
        var asking = new Asking();
        var result = await ledger.AppendAsync(new()
        {
            Request = ActKey.Of(caller, "misdirect", request.RequestId, bare, transferId, now),
            Decide = view =>
            {
                var messages = view.Messages(transferId);
                var stored = messages.Select(TransferStates.Read).OfType<Exchanged>().ToList();
                Traces.LinkToFirst(stored);
                var state = TransferFold.Of(us.Agency, transferId.ToString("D"), stored);
                var receiver = Receiver(state, request.Recipient, messages);
                if (asking.Says(VerdictOf(state, said, receiver, now)) is { } no) return LedgerDecision.No(no.Code);

                var message = Messages.New(us.Agency, receiver == us.Agency ? state.Sender : receiver!, transferId, state.NewestStored, now);
                message.Misdirected = said;
                var after = TransferFold.Of(us.Agency, state.TransferId, [.. stored, new(TransferStates.Next(stored, message), view.Now)]);
                var breach = breaches.Of(state.Sender, receiver!, new(said.At.ToDateTimeOffset(), said.By, us.Agency), state.Newest?.From?.Country ?? default, messages);
                return LedgerDecision.Go(new()
                {
                    Events = [new(transferId, message.Version, after.IsLocked ? EventKinds.Misdirected : EventKinds.CopyMisdirected, Transfers.Events.Outliving(message, breach.AssessBy.ToDateTimeOffset()), OutlivesCase: true)],
                    Audits = [CustodyRecords.Row(transferId, new() { Act = ActRecords.ActOf(caller, Act.Types.Kind.Misdirect, now), By = said.By, Breach = breach })],
                    Outgoing = [Messages.Outgoing(message)],
                    Journey = Journeys.Of(transferId, after),
                }, new MisdirectReply { MessageId = message.Id, At = Timestamp.FromDateTimeOffset(view.Now), AssessBy = breach.AssessBy }.ToByteArray());
            },
        }, cancellationToken);
        asking.Throw(result);
        if (result.Outcome == AppendOutcome.AlreadyExists) throw new OtherContentException("This request id was used for another act. Give each a request id of its own.");
        return result.Answer is { } answer ? MisdirectReply.Parser.ParseFrom(answer) : throw new NotHereException("transfer");
    }

    // At a recipient it is this agency; at the sender the lead, or the one that is named. Null where nobody is meant whom it went to.
    private string? Receiver(TransferState state, string named, IReadOnlyList<StoredMessage> messages)
    {
        if (state.Side != Side.Sender) return named.Length == 0 || named == us.Agency ? us.Agency : null;
        var meant = named.Length > 0 ? named : state.Lead;
        return messages.Any(one => one.Outgoing && one.Partner == meant) ? meant : null;
    }

    private static Verdict VerdictOf(TransferState state, Misdirected said, string? receiver, DateTimeOffset now)
    {
        if (!state.IsKnown) return Verdict.Of(Nos.NotKnown);
        if (receiver is null) return Verdict.Of(Nos.NotARecipient);
        if (said.At.ToDateTimeOffset() > now || said.At.ToDateTimeOffset() < state.Versions[0].MadeAt.AddMinutes(-10)) return Verdict.Of(Nos.AwareLater);
        return state.Copies.Any(copy => copy.Agency == receiver) ? EitherSideActs.MisdirectCopy(state, said, receiver) : EitherSideActs.Misdirect(state, said);
    }
}
