using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Answers.Owing;
using InfoSharing.V1;
using InfoSharing.Validator.Clocks;
using InfoSharing.Validator.Facts;
using Kind = InfoSharing.V1.Transfer.Types.Kind;
using StartEvent = InfoSharing.V1.Flow.Types.Conference.Types.StartEvent;

namespace InfoSharing.Exchange.Answers.Timing;

/// <summary>The clocks of a transfer, as data. None of them stops for a question, and none changes a state.</summary>
internal sealed class Escalations(TransferState state, ClockTable table)
{
    private const int ConferenceWarnsAfter = 10;

    private readonly Party? _lead = state.Newest?.Lead;
    private readonly Party? _from = state.Newest?.From;

    /// <summary>All clocks that the transfer has.</summary>
    /// <param name="owed">What is owed on it.</param>
    internal IReadOnlyList<Clock> All(IReadOnlyList<OwedEntry> owed)
    {
        var clocks = new List<Clock>();
        if (state.Local.RefusedAt is { } refused) clocks.Add(RefusedWithoutAlert(refused));
        if (state.IsKnown && !state.IsLocked)
        {
            if (state.Lead.Length > 0) clocks.AddRange([Arrival(), NextStep()]);
            if (state.Kind == Kind.CpTransferIn) clocks.Add(Conference());
            clocks.AddRange(SeenSinceMove());
        }
        // The wrong area is asked for nothing more; to the right one goes a new transfer, with clocks of its own.
        if (state.IsKnown && WrongPlaces().MinBy(wrong => wrong.At) is { } first) clocks.Add(Misdirected(first));
        clocks.AddRange(owed.Select(OfOwed));
        return clocks;
    }

    private Clock Arrival() =>
        Running(ClockNames.Arrival, "", "DELIVERED", _lead, state.IsCrisis ? EscalatesTo.OutOfHoursTeam : EscalatesTo.DutyManager, state.DeliveredAt, state.AcknowledgedAt);

    private Clock NextStep()
    {
        var decided = state.Children.SelectMany(child => child.Turns).Where(turn => turn.Kind != TurnKind.Asked).Select(turn => (DateTimeOffset?)turn.At).Min();
        return Running(ClockNames.NextStep, "", "DELIVERED", _lead, EscalatesTo.TeamManager, state.DeliveredAt, state.Local.NextStepDecidedAt ?? decided);
    }

    // Its start is an event that the area sets; the alert that went before the papers was the written request. A crisis does not shorten it.
    private Clock Conference()
    {
        var start = table.ConferenceStart(_lead);
        var length = table.For(ClockNames.Conference, _lead, crisis: false);
        DateTimeOffset? from = start switch
        {
            StartEvent.ReferralAccepted => state.Local.ReferralAcceptedAt,
            StartEvent.PermanenceAgreed => state.Local.PermanenceAgreedAt,
            _ => state.Local.WrittenRequestAt ?? state.DeliveredAt,
        };
        var due = from is { } running ? length.From(running, _lead?.Country ?? default) : (DateTimeOffset?)null;
        var inTime = due is { } last && (state.Local.ConferenceHeldOn ?? state.Local.ConferenceBookedFor) <= London.DayOf(last);
        // The plan is taken at the conference: once every child is, it has been held.
        var taken = !inTime && state.Children.Count > 0 && state.Children.All(child => child.Taken is not null) ? state.Children.Max(child => child.Taken!.TakenAt) : (DateTimeOffset?)null;
        return new(ClockNames.Conference, "", length, CodeOf(start), _lead?.Agency ?? "", EscalatesTo.ConferenceChair, from, due, inTime || taken is not null, taken)
        {
            WarnsAt = from is { } since && length.Length > ConferenceWarnsAfter && length.Unit == Settings.Types.Clock.Types.Unit.WorkingDays
                ? ClockLength.WorkingDays(ConferenceWarnsAfter).From(since, _lead?.Country ?? default)
                : null,
        };
    }

    /// <summary>The code of a conference's start event, as JSON writes it.</summary>
    internal static string CodeOf(StartEvent start) => start switch
    {
        StartEvent.ReferralAccepted => "REFERRAL_ACCEPTED",
        StartEvent.PermanenceAgreed => "PERMANENCE_AGREED",
        _ => "WRITTEN_REQUEST",
    };

    private IEnumerable<Clock> SeenSinceMove()
    {
        var newest = state.Newest!;
        if (Written.Day(newest.Move?.Date) is not { } moved) yield break;
        var s47 = newest.Decisions.Where(decision => decision.Type == Decision.Types.Type.S47).SelectMany(decision => decision.Children).ToHashSet();
        var onPlan = newest.Plans.Where(plan => plan.Type is Plan.Types.Type.Cp or Plan.Types.Type.Cin or Plan.Types.Type.Lac && string.IsNullOrWhiteSpace(plan.EndedOn)).Select(plan => plan.Child).ToHashSet();
        foreach (var child in MovingChildren.Of(newest).Where(child => !ChildrenOf.IsUnborn(child)))
        {
            var name = state.IsCrisis || s47.Contains(child.Ref) ? ClockNames.SeenUrgent : onPlan.Contains(child.Ref) ? ClockNames.SeenOnPlan : ClockNames.Seen;
            var seen = newest.SeenSinceMove.Where(one => one.Child == child.Ref).ToList();
            var on = seen.Select(one => Written.Day(one.On)).Where(day => day >= moved).Min();
            var clock = Running(name, child.Ref, "MOVED", _lead, EscalatesTo.TeamManager, StartOf(moved), on is { } day ? StartOf(day) : null);
            // A named person and a day are an answer until that day is over.
            var promised = seen.Where(one => !one.OrWhoWill.IsBlank()).Select(one => Written.Day(one.ByWhen)).Max();
            yield return promised is { } by && London.EndOf(by) > clock.DueAt ? clock with { DueAt = London.EndOf(by) } : clock;
        }
    }

    private Clock RefusedWithoutAlert(DateTimeOffset refused)
    {
        var length = table.For(ClockNames.RefusedWithoutAlert, _from, crisis: false);
        // A move to come leaves time to mend the papers; the clock then starts with its day.
        var from = state.Local.RefusedMoveOn is { } move && move > London.DayOf(refused) ? StartOf(move) : refused;
        return new(ClockNames.RefusedWithoutAlert, "", length, "REFUSED", _from?.Agency ?? state.Us, EscalatesTo.DutyManager, from, length.From(from, _from?.Country ?? default), state.Local.WentAfterRefusalAt is not null, state.Local.WentAfterRefusalAt);
    }

    // A copy that went astray is a breach too, and one assessment answers for all.
    private IEnumerable<WrongPlace> WrongPlaces() => state.Copies.Select(copy => copy.Misdirected).Append(state.Misdirected).OfType<WrongPlace>();

    private Clock Misdirected(WrongPlace wrong)
    {
        var length = table.For(ClockNames.Misdirected, _from, crisis: false);
        return new(ClockNames.Misdirected, "", length, "MISDIRECTED", state.Us, EscalatesTo.InformationGovernanceLead, wrong.At, length.From(wrong.At, _from?.Country ?? default),
            state.Local.BreachAssessedAt is not null, state.Local.BreachAssessedAt);
    }

    private Clock OfOwed(OwedEntry owed) => new(
        ClockNames.Owed, owed.Owed.Params.TryGetValue("child", out var child) ? child : "",
        owed.Owed.Unit == InfoSharing.V1.Owed.Types.Unit.ElapsedHours ? ClockLength.Hours((int)owed.Owed.Within) : ClockLength.WorkingDays((int)owed.Owed.Within),
        "OWED", _from?.Agency ?? state.Us, EscalatesTo.DutyManager, owed.Since, Written.Time(owed.Owed.Due), owed.StruckOffAt is not null, owed.StruckOffAt)
    {
        Item = owed.Owed.RuleId.Length > 0 ? owed.Owed.RuleId : owed.Owed.Item,
    };

    private Clock Running(string name, string child, string startEvent, Party? party, EscalatesTo to, DateTimeOffset? from, DateTimeOffset? answeredAt)
    {
        var length = table.For(name, party, state.IsCrisis);
        return new(name, child, length, startEvent, party?.Agency ?? "", to, from, from is { } running ? length.From(running, party?.Country ?? default) : null, answeredAt is not null, answeredAt);
    }

    private static DateTimeOffset StartOf(DateOnly day) => London.EndOf(day.AddDays(-1)).AddSeconds(1);
}
