using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Answers.Owing;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using Kind = InfoSharing.V1.Transfer.Types.Kind;
using Why = InfoSharing.V1.Notice.Types.Why;

namespace InfoSharing.Exchange.Answers.Timing;

/// <summary>What stands out of a transfer, for lists. In clear beside its state, so never a word of the case.</summary>
[Flags]
internal enum Marks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Areas disagree about a child.</summary>
    Disagreement = 1,

    /// <summary>Something of ours is without a receipt for too long.</summary>
    Undelivered = 2,

    /// <summary>A clock has run out, and nothing has answered it.</summary>
    RunOut = 4,

    /// <summary>Something is owed.</summary>
    Owed = 8,
}

/// <summary>A message of ours that waits for its receipt.</summary>
/// <param name="Id">The message.</param>
/// <param name="To">The recipient.</param>
/// <param name="What">The name of its body.</param>
/// <param name="Since">Since when.</param>
internal sealed record WaitingMessage(Guid Id, string To, string What, DateTimeOffset Since);

/// <summary>What was said already, as the ledger's events have it.</summary>
/// <param name="At">When.</param>
/// <param name="Event">What happened.</param>
/// <param name="Notice">Which clock, and who.</param>
/// <param name="Message">The message that it was about; blank where none.</param>
internal sealed record SaidAlready(DateTimeOffset At, string Event, Notice Notice, string Message);

/// <summary>What is to be said now: an event.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Notice">Which clock, and who.</param>
/// <param name="Message">The message that it is about; null where none.</param>
internal sealed record ToSay(string Event, Notice Notice, WaitingMessage? Message = null);

/// <summary>What one look at a transfer found.</summary>
/// <param name="ToSay">What is to be said that was not.</param>
/// <param name="Undelivered">What of ours is without a receipt for too long.</param>
/// <param name="Marks">What stands out.</param>
/// <param name="NextAt">When to look again; null where nothing can run out by time alone.</param>
internal sealed record Looked(IReadOnlyList<ToSay> ToSay, IReadOnlyList<(WaitingMessage Message, Why Why, string Phone)> Undelivered, Marks Marks, DateTimeOffset? NextAt);

/// <summary>
/// Looks at one transfer's clocks: which have run out, who is to be told, and what of that was not said yet. For each running-out each role is told once, however late
/// it is looked at. Nothing of it changes a state.
/// </summary>
/// <param name="state">The state.</param>
/// <param name="table">How long clocks run.</param>
/// <param name="ladder">Who is told.</param>
/// <param name="whyAway">Why a message to an agency has no receipt, as far as is known.</param>
internal sealed class Lookout(TransferState state, ClockTable table, Ladder ladder, Func<string, Why> whyAway)
{
    // A setting that the officers change is followed at the latest after a day, and a mark is taken away at the latest after five minutes.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    private static readonly TimeSpan WhileUndelivered = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan JustAfter = TimeSpan.FromMicroseconds(1);

    // One telling: at which instant, as which event, to whom.
    private sealed record Rung(DateTimeOffset Due, string Event, Notice Notice, WaitingMessage? Message = null);

    /// <summary>Looks.</summary>
    internal Looked At(DateTimeOffset now, IReadOnlyList<OwedEntry> owed, IReadOnlyList<WaitingMessage> waiting, IReadOnlyList<SaidAlready> said)
    {
        var marks = Marks.None;
        var rungs = new List<(Rung Rung, DateTimeOffset Until)>();
        var watches = state.Side != Side.Copy && !state.IsWithdrawn;
        var clocks = watches ? new Escalations(state, table).All(owed).Where(clock => !state.IsLocked || clock.Name == ClockNames.Misdirected).Where(IsItsOwn).ToList() : [];
        foreach (var clock in clocks.Where(clock => clock.DueAt is not null && !WasAnsweredBefore(clock)))
        {
            var until = clock.Answered ? clock.AnsweredAt ?? DateTimeOffset.MinValue : DateTimeOffset.MaxValue;
            rungs.AddRange(Of(clock, now).Select(rung => (rung, until)));
            if (!clock.Answered && clock.HasRunOut(now)) marks |= Marks.RunOut;
        }
        if (clocks.Exists(clock => clock is { Name: ClockNames.Owed, Answered: false })) marks |= Marks.Owed;

        var disagreements = new Disagreements(state, table);
        foreach (var one in watches && !state.IsLocked ? disagreements.At(now) : [])
        {
            rungs.AddRange(Of(one, now).Select(rung => (rung, one.ClosedAt ?? DateTimeOffset.MaxValue)));
            if (one.ClosedAt is null) marks |= Marks.Disagreement;
        }
        var undelivered = waiting.Where(message => now > DueOf(message)).OrderBy(message => message.Since).Select(message => (message, whyAway(message.To), ladder.PhoneOf(message.To, now))).ToList();
        if (undelivered.Count > 0) marks |= Marks.Undelivered;
        // Of a document's many parts the oldest stands for all.
        foreach (var message in waiting.OrderBy(one => one.Since).DistinctBy(one => one.What == "document_part" ? one.To : one.Id.ToString("D"))) rungs.AddRange(Of(message, now).Select(rung => (rung, DateTimeOffset.MaxValue)));

        var toSay = rungs.Where(one => now > one.Rung.Due && one.Rung.Due < one.Until && !said.Any(earlier => Covers(earlier, one.Rung))).OrderBy(one => one.Rung.Due)
            .Select(one => new ToSay(one.Rung.Event, one.Rung.Notice, one.Rung.Message)).ToList();
        var coming = rungs.Where(one => one.Rung.Due >= now && one.Rung.Due < one.Until).Select(one => one.Rung.Due + JustAfter)
            .Concat(watches ? disagreements.Declines().Where(clock => !clock.Answered && clock.DueAt >= now).Select(clock => clock.DueAt!.Value + JustAfter) : []).ToList();
        if (undelivered.Count > 0) coming.Add(now + WhileUndelivered);
        return new(toSay, undelivered, marks, coming.Count == 0 ? null : coming.Min() is var next && next < now + Longest ? next : now + Longest);
    }

    // That a child is to be seen has a clock of its own beside what is owed.
    private static bool IsItsOwn(Clock clock) => clock.Item != "IS-914";

    // What was answered before this ledger knew of it is history, and tells nobody.
    private bool WasAnsweredBefore(Clock clock) => clock.AnsweredAt is { } at && at <= (state.Side == Side.Sender ? state.SentAt : state.DeliveredAt);

    private IEnumerable<Rung> Of(Clock clock, DateTimeOffset now)
    {
        var due = clock.DueAt!.Value;
        var step = 0u;
        foreach (var role in ladder.RolesOf(clock.Agency, clock.To))
        {
            if (step > 0) due = NextAfter(due, clock.Agency, state.IsCrisis);
            yield return new(due, EventKinds.Escalated, new()
            {
                Clock = clock.Name, Child = clock.Child, Item = clock.Item, Agency = clock.Agency, DueAt = Timestamp.FromDateTimeOffset(clock.DueAt.Value), Step = ++step,
                Told = { ladder.Told(clock.Agency, role, now, state.IsCrisis) },
                AnsweredAt = clock.AnsweredAt is { } answered ? Timestamp.FromDateTimeOffset(answered) : null,
            });
        }
    }

    private IEnumerable<Rung> Of(Disagreement one, DateTimeOffset now)
    {
        yield return Rung(one.OpenedAt - JustAfter, EventKinds.DisagreementOpened, ClockNames.DisagreementHeads, one.HeadsDueAt, EscalatesTo.HeadOfService, 1);
        yield return Rung(one.HeadsDueAt, EventKinds.Escalated, ClockNames.DisagreementHeads, one.HeadsDueAt, EscalatesTo.Director, 2);
        yield return Rung(one.DirectorsDueAt, EventKinds.Escalated, ClockNames.DisagreementDirectors, one.DirectorsDueAt, EscalatesTo.Partnership, 3);

        Rung Rung(DateTimeOffset at, string what, string clock, DateTimeOffset due, EscalatesTo to, uint step) => new(at, what, new()
        {
            Clock = clock, Child = one.Child, Agency = state.Lead, DueAt = Timestamp.FromDateTimeOffset(due), Step = step,
            Told = { new[] { state.Sender, state.Lead }.Select(agency => ladder.Told(agency, Ladder.CodeOf(to), now, state.IsCrisis)) },
        });
    }

    private IEnumerable<Rung> Of(WaitingMessage message, DateTimeOffset now)
    {
        var first = DueOf(message);
        var due = first;
        var step = 0u;
        foreach (var role in ladder.RolesOf(state.Us, EscalatesTo.DutyManager))
        {
            if (step > 0) due = NextAfter(due, state.Us, IsUrgent);
            yield return new(due, step == 0 ? EventKinds.Undelivered : EventKinds.Escalated, new()
            {
                Clock = ClockNames.Undelivered, Item = message.What, Agency = state.Us, DueAt = Timestamp.FromDateTimeOffset(first), Step = ++step, Since = Timestamp.FromDateTimeOffset(message.Since),
                Why = whyAway(message.To), Phone = ladder.PhoneOf(message.To, now), Told = { ladder.Told(state.Us, role, now, IsUrgent) },
            }, message);
        }
    }

    private bool IsUrgent => state.IsCrisis || state.Kind is Kind.Notification or Kind.MissingFamilyAlert;

    private DateTimeOffset DueOf(WaitingMessage message) => table.For(ClockNames.Undelivered, PartyOf(state.Us), IsUrgent).From(message.Since, PartyOf(state.Us)?.Country ?? default);

    private DateTimeOffset NextAfter(DateTimeOffset due, string agency, bool urgent) => table.For(ClockNames.NextRole, PartyOf(agency), urgent).From(due, PartyOf(agency)?.Country ?? default);

    private Party? PartyOf(string agency) => state.Newest is not { } newest ? null : newest.From?.Agency == agency ? newest.From : newest.Lead?.Agency == agency ? newest.Lead : null;

    // The same running-out: said once that time had passed. A clock that was put off, and runs out again, is told again.
    private static bool Covers(SaidAlready said, Rung rung) =>
        said.Event == rung.Event && said.At > rung.Due && said.Notice.Step == rung.Notice.Step && said.Notice.Clock == rung.Notice.Clock && said.Notice.Child == rung.Notice.Child
        && said.Notice.Item == rung.Notice.Item && (rung.Message is not { } message || message.What == "document_part" || said.Message == message.Id.ToString("D"));
}
