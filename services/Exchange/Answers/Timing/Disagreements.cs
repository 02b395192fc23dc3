using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.V1;
using Step = InfoSharing.V1.Flow.Types.Disagreement.Types.Step;

namespace InfoSharing.Exchange.Answers.Timing;

/// <summary>What opened a disagreement.</summary>
internal enum OpenedBy
{
    /// <summary>The second question or decline for the child.</summary>
    SecondTurn = 1,

    /// <summary>A decline that nobody answered in time.</summary>
    UnansweredDecline = 2,
}

/// <summary>Two areas do not agree about one child. It opens by itself and moves no responsibility.</summary>
/// <param name="Child">The child.</param>
/// <param name="OpenedAt">When it opened.</param>
/// <param name="By">What opened it.</param>
/// <param name="Step">Who has it.</param>
/// <param name="HeadsDueAt">When the heads of service are to have settled it.</param>
/// <param name="DirectorsDueAt">When the directors are.</param>
/// <param name="ClosedAt">When it closed, by an acceptance or a withdrawal; null while it is open.</param>
/// <param name="Named">Those who have it, one for each area.</param>
internal sealed record Disagreement(string Child, DateTimeOffset OpenedAt, OpenedBy By, Step Step, DateTimeOffset HeadsDueAt, DateTimeOffset DirectorsDueAt, DateTimeOffset? ClosedAt, IReadOnlyList<Who> Named)
{
    /// <summary>Who is told next when nobody has settled it.</summary>
    internal EscalatesTo EscalatesTo(DateTimeOffset now) =>
        now > DirectorsDueAt ? Timing.EscalatesTo.Partnership : now > HeadsDueAt ? Timing.EscalatesTo.Director : Timing.EscalatesTo.HeadOfService;

    /// <summary>As the contract says it.</summary>
    public Flow.Types.Disagreement ToContract() => new() { Child = Child, OpenedAt = Timestamp.FromDateTimeOffset(OpenedAt), Step = Step, Named = { Named } };
}

/// <summary>
/// A family is not to be sent from area to area by questions and declines: the second of them for the same child, or a decline left
/// unanswered, goes to the heads of service, and then to the directors.
/// </summary>
internal sealed class Disagreements(TransferState state, ClockTable table, Func<Party, EscalatesTo, Who>? named = null)
{
    /// <summary>The disagreements as they are at an instant, closed ones too.</summary>
    internal IReadOnlyList<Disagreement> At(DateTimeOffset now)
    {
        if (state.Newest is not { Lead: not null } newest || !state.IsHandOver && state.Kind != Transfer.Types.Kind.Notification) return [];
        return [.. state.Children.Select(child => Of(child, newest, now)).OfType<Disagreement>()];
    }

    private Disagreement? Of(ChildState child, Transfer newest, DateTimeOffset now)
    {
        var turns = child.Turns.Where(turn => turn.Kind != TurnKind.Accepted).OrderBy(turn => turn.At).ToList();
        if (turns.Count == 0) return null;
        var second = turns.Count > 1 ? turns[1].At : (DateTimeOffset?)null;
        var unanswered = turns.Where(turn => turn.Kind == TurnKind.Declined).Select(turn => (DateTimeOffset?)UnansweredAt(turn, child, now)).Min();
        if (second > now) second = null;
        var opened = second is null || unanswered < second ? unanswered : second;
        if (opened is not { } at) return null;

        var heads = Due(ClockNames.DisagreementHeads, at);
        var directors = Due(ClockNames.DisagreementDirectors, heads);
        var step = now > heads ? Step.Directors : Step.Heads;
        var to = step == Step.Heads ? EscalatesTo.HeadOfService : EscalatesTo.Director;
        return new(child.Ref, at, at == second ? OpenedBy.SecondTurn : OpenedBy.UnansweredDecline, step, heads, directors, ClosedAt(child), [Name(newest.From, to), Name(newest.Lead, to)]);
    }

    // A next version, a withdrawal or an acceptance answers a decline.
    private DateTimeOffset? UnansweredAt(Turn decline, ChildState child, DateTimeOffset now)
    {
        var due = Due(ClockNames.DeclineAnswered, decline.At);
        var answered = state.Versions.Any(version => version.Number > decline.Version && version.MadeAt <= due)
            || state.Withdrawal?.RequestedAt <= due || child.Taken?.TakenAt <= due;
        return answered || now <= due ? null : due;
    }

    private DateTimeOffset? ClosedAt(ChildState child) => child.Taken?.TakenAt ?? (state.IsWithdrawn ? state.Withdrawal!.RequestedAt : null);

    private DateTimeOffset Due(string clock, DateTimeOffset from) => table.For(clock, state.Newest?.Lead, state.IsCrisis).From(from, state.Newest?.Lead?.Country ?? default);

    // Without a directory the role and the agency are the name.
    private Who Name(Party party, EscalatesTo to) =>
        named?.Invoke(party, to) ?? new() { Role = to == EscalatesTo.Director ? "director" : "head of service", Org = party.Agency };
}
