using InfoSharing.Validator.Clocks;
using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Unit = InfoSharing.V1.Owed.Types.Unit;

namespace InfoSharing.Validator.Rules.Moves;

/// <summary>IS-903. Delivered is not read. Somebody with a name says that they have it, and what happens next.</summary>
internal sealed class ArrivalIsAcknowledged : Rule
{
    private static readonly AreaClock Arrival = new("arrival", Within.AWorkingDay, Within.AnHour);
    private static readonly AreaClock NextStep = new("next_step", Within.AWorkingDay, new(Unit.ElapsedHours, 24));

    public override RuleCard Card { get; } = new("IS-903", RuleGroup.Moves, Severity.Escalate)
    {
        Message = "Acknowledgement and next-step decision are due by {date}. If it cannot wait, ring {number}.",
        Remedy = "Name a person; decide the next step.",
        Source = "L15, L25; Working Together (restated: Telford schools policy); practice 4",
        Applies = TransferKinds.All,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.Context.Holdings is null) found.CannotTell();
        if (c.Flow is not { DeliveredAt: { } delivered } flow) return;
        var start = delivered.ToDateTimeOffset();
        var late = new List<DateTimeOffset>();
        if (flow.AcknowledgedAt is null) Add(Arrival);
        if (flow.NextStepDecidedAt is null) Add(NextStep);
        if (late.Count > 0) found.Fire("kind", ("date", Days.Write(London.DayOf(late.Min()))));

        void Add(AreaClock clock)
        {
            var due = clock.Due(c.Context.Settings, c.Transfer.Lead, c.IsCrisis, start);
            if (c.Context.At > due) late.Add(due);
        }
    }
}
