using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Answers.Holding;
using InfoSharing.Exchange.Answers.Owing;
using InfoSharing.Exchange.Answers.Timing;
using InfoSharing.V1;
using State = InfoSharing.V1.ListReply.Types.Entry.Types.State;

namespace InfoSharing.Exchange.Answers;

/// <summary>The contract's words for a state: the flow that rules read, and what a flow's reply says of it.</summary>
internal static class FlowOf
{
    /// <summary>The facts of the journey at an instant.</summary>
    /// <param name="state">The state.</param>
    /// <param name="table">How long clocks run.</param>
    /// <param name="now">The instant.</param>
    /// <param name="named">Who has a role; without it, the role itself.</param>
    /// <param name="wholly">True for a reader, who sees the disagreements that have ended too; the rules ask for those that are open.</param>
    internal static Flow Facts(TransferState state, ClockTable table, DateTimeOffset now, Func<Party, EscalatesTo, Who>? named = null, bool wholly = false)
    {
        var turns = state.Children.SelectMany(child => child.Turns.Select(turn => (child.Ref, turn))).OrderBy(one => one.turn.At).ThenBy(one => one.Ref, StringComparer.Ordinal).ToList();
        var decided = turns.Where(one => one.turn.Kind != TurnKind.Asked).Select(one => (DateTimeOffset?)one.turn.At).FirstOrDefault();
        return new()
        {
            SentAt = Stamp(state.SentAt),
            DeliveredAt = Stamp(state.DeliveredAt),
            AcknowledgedAt = Stamp(state.AcknowledgedAt),
            NextStepDecidedAt = Stamp(state.Local.NextStepDecidedAt ?? decided),
            Accepted = { Of(TurnKind.Accepted) },
            Declines = { Of(TurnKind.Declined) },
            Questions = { Of(TurnKind.Asked) },
            Conference = ConferenceOf(state, table),
            PreviousVersion = state.Versions.Count > 1 && !state.IsLocked ? state.Versions[^2].Transfer : null,
            Disagreement = { (state.IsLocked ? [] : new Disagreements(state, table, named).At(now)).Where(one => one.ClosedAt is null || wholly).Select(one => one.ToContract()) },
        };

        IEnumerable<Flow.Types.ChildEvent> Of(TurnKind kind) =>
            turns.Where(one => one.turn.Kind == kind).Select(one => new Flow.Types.ChildEvent { Child = one.Ref, At = Stamp(one.turn.At) });
    }

    /// <summary>The parts of a flow's reply that follow from the state; the steps and the trace are the ledger's.</summary>
    internal static FlowReply Reply(TransferState state, ClockTable table, IReadOnlyList<OwedEntry> owed, DateTimeOffset now, Func<Party, EscalatesTo, Who>? named = null) => new()
    {
        Flow = Facts(state, table, now, named, wholly: true),
        CaseResponsibility = { Responsibility.Of(state, now).Select(held => held.ToContract()) },
        MustActNow = MustActNow.Of(state, now)?.Agency ?? "",
        Owed = { OwedList.Still(owed) },
    };

    /// <summary>Where the transfer stands, in one word, for a list.</summary>
    internal static State StateOf(TransferState state)
    {
        if (state.IsLocked) return State.Misdirected;
        if (state.IsWithdrawn) return State.Withdrawn;
        if (!state.IsKnown) return state.Local.RefusedAt is not null ? State.Refused : state.Local.HeldSince is not null ? State.Held : State.Unspecified;
        if (state.Local.HeldSince is not null && state.DeliveredAt is null) return State.Held;
        var answers = state.Children.Select(child => child.Answer).ToList();
        if (answers.Count > 0 && answers.TrueForAll(answer => answer is ChildAnswer.Taken)) return State.Accepted;
        if (answers.Count > 0 && answers.TrueForAll(answer => answer is ChildAnswer.Refused)) return State.Declined;
        if (answers.Exists(answer => answer is ChildAnswer.Taken or ChildAnswer.Refused)) return State.PartAnswered;
        if (answers.Exists(answer => answer is ChildAnswer.Questioned)) return State.Asked;
        return state.DeliveredAt is not null ? State.Delivered : State.Sent;
    }

    private static Flow.Types.Conference? ConferenceOf(TransferState state, ClockTable table)
    {
        if (state.Kind != Transfer.Types.Kind.CpTransferIn || state.IsLocked) return null;
        var clock = new Escalations(state, table).All([]).Single(one => one.Name == ClockNames.Conference);
        return new()
        {
            StartEvent = table.ConferenceStart(state.Newest?.Lead),
            StartedAt = Stamp(clock.RunningFrom),
            BookedFor = Day(state.Local.ConferenceBookedFor),
            HeldOn = Day(state.Local.ConferenceHeldOn),
        };
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd") ?? "";

    private static Timestamp? Stamp(DateTimeOffset? at) => at is { } instant ? Timestamp.FromDateTimeOffset(instant) : null;
}
