using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.V1;
using ClosedBy = InfoSharing.V1.Flow.Types.Disagreement.Types.ClosedBy;
using Reason = InfoSharing.V1.Flow.Types.Disagreement.Types.Reason;
using Step = InfoSharing.V1.Flow.Types.Disagreement.Types.Step;

namespace InfoSharing.Exchange.Answers.Timing;

/// <summary>What opened a disagreement.</summary>
internal enum OpenedBy
{
    /// <summary>The second question or decline for the child.</summary>
    SecondTurn = 1,

    /// <summary>A decline that nobody answered in time.</summary>
    UnansweredDecline = 2,

    /// <summary>Either side said its reasons before that.</summary>
    EitherSide = 3,
}

/// <summary>Two areas do not agree about one child. It opens by itself and moves no responsibility.</summary>
/// <param name="Child">The child.</param>
/// <param name="OpenedAt">When it opened.</param>
/// <param name="By">What opened it.</param>
/// <param name="Step">Who has it.</param>
/// <param name="HeadsDueAt">When the heads of service are to have settled it.</param>
/// <param name="DirectorsDueAt">When the directors are.</param>
/// <param name="ClosedAt">When it closed, by an acceptance, an agreement or a withdrawal; null while it is open.</param>
/// <param name="Named">Those who have it, one for each area.</param>
internal sealed record Disagreement(string Child, DateTimeOffset OpenedAt, OpenedBy By, Step Step, DateTimeOffset HeadsDueAt, DateTimeOffset DirectorsDueAt, DateTimeOffset? ClosedAt, IReadOnlyList<Who> Named)
{
    /// <summary>How it ended.</summary>
    public ClosedBy ClosedBy { get; init; }

    /// <summary>What each side said of it, oldest first.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>Who visits meanwhile, as one side last said it; before that, as the transfer was written with it.</summary>
    public InterimArrangement? Interim { get; init; }

    /// <summary>Who is told next when nobody has settled it.</summary>
    internal EscalatesTo EscalatesTo(DateTimeOffset now) =>
        now > DirectorsDueAt ? Timing.EscalatesTo.Partnership : now > HeadsDueAt ? Timing.EscalatesTo.Director : Timing.EscalatesTo.HeadOfService;

    /// <summary>As the contract says it.</summary>
    public Flow.Types.Disagreement ToContract() => new()
    {
        Child = Child, OpenedAt = Timestamp.FromDateTimeOffset(OpenedAt), Step = Step, Named = { Named }, OpenedBy = (Flow.Types.Disagreement.Types.OpenedBy)By,
        DueAt = Timestamp.FromDateTimeOffset(Step == Step.Directors ? DirectorsDueAt : HeadsDueAt),
        ClosedAt = ClosedAt is { } closed ? Timestamp.FromDateTimeOffset(closed) : null, ClosedBy = ClosedBy, Reasons = { Reasons }, Interim = Interim,
    };
}

/// <summary>
/// A family is not to be sent from area to area by questions and declines: the second of them for the same child, or a decline left
/// unanswered, goes to the heads of service, and then to the directors. Each ledger computes it from the same messages.
/// </summary>
internal sealed class Disagreements(TransferState state, ClockTable table, Func<Party, EscalatesTo, Who>? named = null)
{
    /// <summary>The disagreements as they are at an instant, closed ones too; of one child the oldest first.</summary>
    internal IReadOnlyList<Disagreement> At(DateTimeOffset now)
    {
        if (state.Newest is not { Lead: not null } newest || !state.IsHandOver && state.Kind != Transfer.Types.Kind.Notification) return [];
        return [.. state.Children.SelectMany(child => Of(child, newest, now))];
    }

    /// <summary>The clocks of declines that wait for an answer. Running out, each opens a disagreement.</summary>
    internal IEnumerable<Clock> Declines()
    {
        if (state.Newest is not { Lead: not null } newest || !state.IsHandOver) yield break;
        foreach (var child in state.Children)
        {
            if (child.Turns is not [.., { Kind: TurnKind.Declined } decline]) continue;
            var answered = AnsweredAt(decline, child);
            yield return new(ClockNames.DeclineAnswered, child.Ref, table.For(ClockNames.DeclineAnswered, newest.Lead, state.IsCrisis), "DECLINED", newest.From.Agency, EscalatesTo.HeadOfService,
                decline.At, Due(ClockNames.DeclineAnswered, decline.At), answered is not null, answered);
        }
    }

    /// <summary>All their clocks: what waits for an answer, for the heads of service, for the directors.</summary>
    internal IEnumerable<Clock> Clocks(DateTimeOffset now) => Declines().Concat(At(now).SelectMany(one => new[]
    {
        Clock(ClockNames.DisagreementHeads, one, one.OpenedAt, one.HeadsDueAt, EscalatesTo.Director),
        Clock(ClockNames.DisagreementDirectors, one, one.HeadsDueAt, one.DirectorsDueAt, EscalatesTo.Partnership),
    }));

    private Clock Clock(string name, Disagreement one, DateTimeOffset from, DateTimeOffset due, EscalatesTo to) =>
        new(name, one.Child, table.For(name, state.Newest?.Lead, state.IsCrisis), "DISAGREED", state.Lead, to, from, due, one.ClosedAt is not null, one.ClosedAt);

    // An agreement ends one; what is asked or declined after it may open the next.
    private IEnumerable<Disagreement> Of(ChildState child, Transfer newest, DateTimeOffset now)
    {
        var notes = state.Notes.Where(note => note.Note.Children.Contains(child.Ref)).ToList();
        var from = DateTimeOffset.MinValue;
        foreach (var agreed in notes.Where(note => note.Note.Agreed).Select(note => (DateTimeOffset?)note.At).Append(null))
        {
            var until = agreed ?? DateTimeOffset.MaxValue;
            if (Within(child, newest, notes, from, until, now) is { } one) yield return one;
            from = until;
        }
    }

    private Disagreement? Within(ChildState child, Transfer newest, List<NoteSeen> notes, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now)
    {
        var turns = child.Turns.Where(turn => turn.Kind != TurnKind.Accepted && turn.At > from && turn.At <= until).OrderBy(turn => turn.At).ToList();
        var said = notes.Where(note => note.At > from && note.At <= until).ToList();
        (DateTimeOffset? At, OpenedBy By)[] causes =
        [
            (turns.Count > 1 ? turns[1].At : null, OpenedBy.SecondTurn),
            (turns.Where(turn => turn.Kind == TurnKind.Declined).Select(turn => UnansweredAt(turn, child, now)).Min(), OpenedBy.UnansweredDecline),
            (said.Where(note => !note.Note.Agreed).Select(note => (DateTimeOffset?)note.At).FirstOrDefault(), OpenedBy.EitherSide),
        ];
        var (at, by) = causes.Where(cause => cause.At <= now && cause.At <= until).OrderBy(cause => cause.At).FirstOrDefault();
        if (at is not { } opened) return null;

        var heads = Due(ClockNames.DisagreementHeads, opened);
        var directors = Due(ClockNames.DisagreementDirectors, heads);
        var (closedAt, closedBy) = Ends(child, until);
        var step = (closedAt ?? now) > heads ? Step.Directors : Step.Heads;
        var to = step == Step.Heads ? EscalatesTo.HeadOfService : EscalatesTo.Director;
        return new(child.Ref, opened, by, step, heads, directors, closedAt, [Name(newest.From, to), Name(newest.Lead, to)])
        {
            ClosedBy = closedBy,
            Reasons = [.. turns.Select(turn => ReasonOf(newest.Lead.Agency, turn.By, turn.At, turn.Kind == TurnKind.Declined ? "declined" : "asked", turn.Words))
                .Concat(said.Select(note => ReasonOf(note.Agency, note.Note.By, note.At, note.Note.Agreed ? "disagreement-agreed" : "disagreement-reason", note.Note.Words is { } words ? [words] : [])))
                .OrderBy(reason => reason.At.ToDateTimeOffset())],
            Interim = said.SelectMany(note => note.Note.InterimArrangement).LastOrDefault(one => one.Child == child.Ref) ?? newest.InterimArrangement.LastOrDefault(one => one.Child == child.Ref),
        };
    }

    private static Reason ReasonOf(string agency, Who? by, DateTimeOffset at, string what, IReadOnlyList<Text> words) =>
        new() { Agency = agency, By = by, At = Timestamp.FromDateTimeOffset(at), What = what, Words = { words } };

    private DateTimeOffset? UnansweredAt(Turn decline, ChildState child, DateTimeOffset now)
    {
        var due = Due(ClockNames.DeclineAnswered, decline.At);
        return AnsweredAt(decline, child) <= due || now <= due ? null : due;
    }

    // A next version, the sender's own reasons, a withdrawal or an acceptance answers a decline.
    private DateTimeOffset? AnsweredAt(Turn decline, ChildState child) => new[]
    {
        state.Versions.FirstOrDefault(version => version.Number > decline.Version)?.MadeAt,
        state.Notes.FirstOrDefault(note => note.Agency == state.Sender && note.At >= decline.At && note.Note.Children.Contains(child.Ref))?.At,
        state.Withdrawal?.RequestedAt,
        child.Taken?.TakenAt,
    }.Min();

    private (DateTimeOffset? At, ClosedBy By) Ends(ChildState child, DateTimeOffset until) => new (DateTimeOffset? At, ClosedBy By)[]
    {
        (child.Taken?.TakenAt, ClosedBy.Acceptance),
        (until < DateTimeOffset.MaxValue ? until : null, ClosedBy.Agreement),
        (state.IsWithdrawn ? state.Withdrawal!.RequestedAt : null, ClosedBy.Withdrawal),
    }.Where(end => end.At is not null).OrderBy(end => end.At).FirstOrDefault();

    private DateTimeOffset Due(string clock, DateTimeOffset from) => table.For(clock, state.Newest?.Lead, state.IsCrisis).From(from, state.Newest?.Lead?.Country ?? default);

    // Without a directory the role and the agency are the name.
    private Who Name(Party party, EscalatesTo to) =>
        named?.Invoke(party, to) ?? new() { Role = to == EscalatesTo.Director ? "director" : "head of service", Org = party.Agency };
}
