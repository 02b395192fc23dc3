using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Answers.Holding;
using InfoSharing.Exchange.Answers.Timing;
using InfoSharing.Exchange.Api.Documents;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Escalating;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Restoring;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Telemetry;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using Answer = InfoSharing.V1.FlowReply.Types.ChildNow.Types.Answer;

namespace InfoSharing.Exchange.Api.Reading;

/// <summary>The ordered steps of one transfer on both sides, who holds what, and what is owed by when.</summary>
internal sealed class FlowAct(ILedger ledger, AgencyKeys us, TransferLook look, FlowSteps steps, DocumentsNow documents, ReadRecords records, TimeProvider clock)
{
    /// <summary>Gives them.</summary>
    internal async Task<FlowReply> Run(FlowRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var transferId = Shapes.Id(request.TransferId);
        var events = await ledger.EventsAsync(transferId, cancellationToken);
        if (events.Count == 0) throw new NotHereException("transfer");
        var erased = events.Any(one => one.Kind == EventKinds.Erased);
        await records.Looked(caller, Act.Types.Kind.View, transferId, outlivesCase: erased);

        var now = clock.GetUtcNow();
        var messages = await ledger.MessagesAsync(transferId, cancellationToken);
        var refused = await ledger.OpenAsync(transferId, 0, Ledger.Entries.Standing.Refused, cancellationToken);
        var (state, owed, looked) = look.At(now, transferId, messages, events, refused, await documents.Parts(transferId, cancellationToken));
        // What was lost with the ledger and is not given back yet has no children here: nobody would be shown for them.
        if (!state.IsKnown && !erased && messages.FirstOrDefault(one => ledger.Doubts.Covers(one.Partner, transferId)) is { Partner: var partner }) throw NotReconciledException.Shown(partner);
        var table = look.Table;
        state = state with { Local = state.Local with { InDoubt = ledger.Doubts.Covers(state.Side == Side.Lead ? state.Sender : state.Lead, transferId) } };
        var reply = FlowOf.Reply(state, table, owed, now);
        reply.State = erased ? ListReply.Types.Entry.Types.State.Erased : FlowOf.StateOf(state);
        reply.Steps.AddRange(await steps.Of(transferId, events, messages, cancellationToken));
        reply.Children.AddRange(ResponsibilityPage.Of(state, now).Select(page => ChildNow(state, page)));
        reply.Clocks.AddRange(new Escalations(state, table).All(owed).Concat(state.IsLocked ? [] : new Disagreements(state, table).Clocks(now)).OrderBy(one => one.DueAt ?? DateTimeOffset.MaxValue).Select(one => ClockNow(one, now)));
        reply.Undelivered.AddRange(looked.Undelivered.Select(one => UndeliveredNow(one.Message, one.Why, one.Phone)));
        reply.Escalated.AddRange(events.Where(one => EventKinds.Tells(one.Kind)).Select(Events.Read).OfType<WatchReply>().Where(one => one.Notice is not null)
            .Select(one => new FlowReply.Types.Escalated { Event = one.Event, At = one.At, Notice = one.Notice }));
        reply.Corrections.AddRange(CorrectionsOf.Of(state, events, version: 0));
        reply.Withdrawal = WithdrawalNow(state.Withdrawal);
        if (state.Newest is { } newest && !state.IsLocked) reply.Documents.AddRange(await documents.Of(transferId, newest, state.Sender, cancellationToken));
        if (erased) reply.Clocks.AddRange(BreachClocks(events, now));
        reply.TraceId = TraceOf(messages);
        return reply;
    }

    private static FlowReply.Types.Undelivered UndeliveredNow(WaitingMessage message, Notice.Types.Why why, string phone) =>
        new() { MessageId = message.Id.ToString("D"), To = message.To, What = message.What, Since = Timestamp.FromDateTimeOffset(message.Since), Why = why, Phone = phone };

    private static Withdrawn? WithdrawalNow(Withdrawal? asked) => asked is null ? null : new()
    {
        Step = asked.Step, Reason = asked.Reason, AcceptedAt = asked.AcceptedAt is { } accepted ? Timestamp.FromDateTimeOffset(accepted) : null,
        ReceiverKeeps = asked.Keeps, By = asked.KeptBy, At = asked.KeptAt is { } kept ? Timestamp.FromDateTimeOffset(kept) : null, KeepsBecause = asked.KeepsBecause,
    };

    private static FlowReply.Types.ChildNow ChildNow(TransferState state, ResponsibilityPage page) => new()
    {
        Child = page.Held.Child,
        Holder = page.Held.Holder,
        Reads = (FlowReply.Types.ChildNow.Types.Reads)page.Held.Reads,
        Answer = state.Child(page.Held.Child)?.Answer switch
        {
            ChildAnswer.Taken => Answer.Accepted,
            ChildAnswer.Refused => Answer.Declined,
            ChildAnswer.Questioned => Answer.Asked,
            ChildAnswer.Supplied => Answer.Supplied,
            _ => Answer.Open,
        },
        OrderStays = page.Held.OrderStays,
        MustActNow = page.MustActNow,
        AreaGss = page.AreaGss,
        Law = page.Law,
        Interim = page.Interim,
    };

    private static FlowReply.Types.Clock ClockNow(Answers.Timing.Clock clock, DateTimeOffset now) => new()
    {
        Name = clock.Name,
        Child = clock.Child,
        Agency = clock.Agency,
        Tells = Ladder.CodeOf(clock.To),
        DueAt = clock.DueAt is { } due ? Timestamp.FromDateTimeOffset(due) : null,
        Answered = clock.Answered,
        RunOut = clock.HasRunOut(now),
    };

    // The fold is gone with the key; that there was a breach, and when it was assessed, is not.
    private IEnumerable<FlowReply.Types.Clock> BreachClocks(IReadOnlyList<Ledger.Reading.LedgerEvent> events, DateTimeOffset now)
    {
        if (events.Where(one => one.Kind is EventKinds.Misdirected or EventKinds.CopyMisdirected).Select(one => Events.Read(one)?.Until).FirstOrDefault(until => until is not null) is not { } due) yield break;
        var assessed = events.FirstOrDefault(one => one.Kind == EventKinds.EnquiryClosed)?.At;
        yield return new()
        {
            Name = ClockNames.Misdirected, Agency = us.Agency, Tells = Ladder.CodeOf(EscalatesTo.InformationGovernanceLead), DueAt = due,
            Answered = assessed is not null, RunOut = (assessed ?? now) > due.ToDateTimeOffset(),
        };
    }

    private static string TraceOf(IReadOnlyList<Ledger.Reading.StoredMessage> messages) =>
        messages.Select(TransferStates.Read).OfType<Exchanged>().OrderBy(one => one.MadeAt).Select(one => Traces.IdOf(one.Message.Traceparent)).FirstOrDefault(id => id.Length > 0) ?? "";
}
