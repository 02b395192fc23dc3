using Google.Protobuf;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Telemetry;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Api.Answering;

/// <summary>What an act tells others, and its caller.</summary>
/// <param name="Messages">The messages.</param>
/// <param name="Reply">The reply.</param>
/// <param name="Events">What happened here; null where each message is an event of its own.</param>
internal sealed record Told(IReadOnlyList<Message> Messages, IMessage Reply, IReadOnlyList<EventRow>? Events = null);

/// <summary>
/// An act that tells others something of a transfer. Whether it may be is asked inside the transaction that commits it, over the state as it then is; the same request
/// again gets the same reply.
/// </summary>
internal sealed class TellingAct(ILedger ledger, AgencyKeys us)
{
    /// <summary>Does it.</summary>
    /// <param name="transferId">The transfer.</param>
    /// <param name="request">The request, under its id.</param>
    /// <param name="record">The audit record.</param>
    /// <param name="may">May it be done?</param>
    /// <param name="tell">What it tells.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The reply as bytes: this act's, or the first one's under the same request id.</returns>
    /// <exception cref="ActNotAllowedException">It may not.</exception>
    /// <exception cref="OtherContentException">The request id stands for another act.</exception>
    internal async Task<byte[]> Run(
        Guid transferId, LedgerRequest request, AuditRow record, Func<ILedgerView, TransferState, Verdict> may, Func<ILedgerView, TransferState, Told> tell, CancellationToken cancellationToken)
    {
        var asking = new Asking();
        var result = await ledger.AppendAsync(new()
        {
            Request = request,
            Rows = new() { Audits = [record] },
            Decide = view =>
            {
                var stored = view.Messages(transferId).Select(TransferStates.Read).OfType<Exchanged>().ToList();
                Traces.LinkToFirst(stored);
                var state = TransferFold.Of(us.Agency, transferId.ToString("D"), stored, LocalFactsOf.Events(view.Events(transferId), refused: null));
                if (asking.Says(may(view, state)) is { } no) return LedgerDecision.No(no.Code);
                var told = tell(view, state);
                var after = TransferFold.Of(us.Agency, state.TransferId, [.. stored, .. told.Messages.Select(message => new Exchanged(TransferStates.Next(stored, message), view.Now))]);
                return LedgerDecision.Go(new()
                {
                    Events = told.Events ?? [.. told.Messages.Select(message => new EventRow(transferId, message.Version, EventKinds.Of(message, ours: true), Events.Of(message)))],
                    Outgoing = [.. told.Messages.Select(Messages.Outgoing)],
                    Journey = Journeys.Of(transferId, after),
                }, told.Reply.ToByteArray());
            },
        }, cancellationToken);
        asking.Throw(result);
        if (result.Outcome == AppendOutcome.AlreadyExists) throw new OtherContentException("This request id was used for another act. Give each a request id of its own.");
        return result.Answer ?? throw new NotHereException("transfer");
    }
}
