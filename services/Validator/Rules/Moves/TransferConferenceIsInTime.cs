using InfoSharing.Validator.Clocks;
using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Country = InfoSharing.V1.Party.Types.Country;
using Unit = InfoSharing.V1.Owed.Types.Unit;

namespace InfoSharing.Validator.Rules.Moves;

/// <summary>IS-902. Until the conference nobody in the new area runs the plan, and every day of it is a day of the child's.</summary>
internal sealed class TransferConferenceIsInTime : Rule
{
    private static readonly AreaClock Clock = new("transfer_in_conference", new(Unit.WorkingDays, 15), null);

    // Scotland: 21 days of the calendar.
    private static readonly AreaClock Scottish = Clock with { Length = new(Unit.ElapsedHours, 21 * 24) };

    // Wales: what is known follows in writing within 3 days. Whether of the week or of work the procedures read do not say; the shorter is the child's.
    private static readonly AreaClock Writing = new("transfer_in_writing", new(Unit.ElapsedHours, 3 * 24), null);

    public override RuleCard Card { get; } = new("IS-902", RuleGroup.Moves, Severity.Warn)
    {
        Message = "Transfer-in conference for {child} is due by {date}.",
        Variants = new Dictionary<string, string> { ["writing"] = "In Wales what you know of {child} was due in writing by {date}. Still to come: {list}." },
        Remedy = "Book it; both areas see the date.",
        Source = "L15, L25; Tees, Norfolk, MK, Bolton, Wales",
        Applies = TransferKinds.CpTransferIn,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.Context.Holdings is null) found.CannotTell();
        if (c.Flow?.Conference is not { StartedAt: { } started } conference) return;
        var waiting = c.People.Moving.Where(child => ConferencePapers.IsOnPlan(c.Transfer, child.Ref) && !c.IsAccepted(child.Ref)).ToList();
        if (waiting.Count == 0 || !conference.HeldOn.IsBlank()) return;

        var lead = c.Transfer.Lead;
        var start = started.ToDateTimeOffset();
        if (lead?.Country == Country.Wls) AskInWriting(c, found, waiting, lead, start);
        var due = (lead?.Country == Country.Sct ? Scottish : Clock).Due(c.Context.Settings, lead, isCrisis: false, start);
        var last = London.DayOf(due);
        var booked = Days.Parse(conference.BookedFor);
        if (booked <= last) return;
        var warns = WorkingDays.Add(London.DayOf(start), (int)c.Threshold("IS-902", "warn_days", 10), lead?.Country ?? default);
        if (booked is null && c.Today < warns && c.Context.At <= due) return;
        found.Fire(c.Context.At > due ? Severity.Escalate : Severity.Warn, "lead", "", false, ("child", Refs.Join(waiting)), ("date", Days.Write(last)));
    }

    private static void AskInWriting(Case c, Findings found, List<Person> waiting, Party lead, DateTimeOffset start)
    {
        var due = Writing.Due(c.Context.Settings, lead, isCrisis: false, start);
        if (c.Context.At <= due) return;
        foreach (var child in waiting)
        {
            var missing = ConferencePapers.MissingFor(c, child.Ref);
            if (missing.Count > 0) found.Fire(Severity.Warn, "documents", "writing", false, ("child", child.Ref), ("date", Days.Write(London.DayOf(due))), ("list", string.Join(',', missing)));
        }
    }
}
