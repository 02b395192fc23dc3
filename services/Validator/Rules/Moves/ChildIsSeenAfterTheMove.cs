using InfoSharing.Validator.Clocks;
using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Unit = InfoSharing.V1.Owed.Types.Unit;

namespace InfoSharing.Validator.Rules.Moves;

/// <summary>IS-914. Every review asks who has seen this child since they moved, and no form does.</summary>
internal sealed class ChildIsSeenAfterTheMove : Rule
{
    private static readonly AreaClock Seen = new("seen_since_move", new(Unit.WorkingDays, 10), null);
    private static readonly AreaClock OnPlan = new("seen_since_move_on_plan", new(Unit.WorkingDays, 5), null);
    private static readonly AreaClock Urgent = new("seen_since_move_urgent", Within.AWorkingDay, new(Unit.ElapsedHours, 24));

    public override RuleCard Card { get; } = new("IS-914", RuleGroup.Moves, Severity.Warn)
    {
        Message = "No one has recorded seeing {child} since the move on {date}. Who will see them, where and by when?",
        Remedy = "Name who and by when.",
        Source = "S4, L15; Product; practice 4",
        Owed = TransferKinds.All,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (Days.Parse(c.Transfer.Move?.Date ?? "") is not { } moved || moved > c.Day) return;
        var runs = false;
        foreach (var child in c.People.Moving)
        {
            if (People.IsUnborn(child) || IsSeen(c.Transfer, child.Ref, moved) || WillBeSeen(c.Transfer, child.Ref, c.Today)) continue;
            var isOver = c.Context.At > ClockOf(c, child.Ref).Due(c.Context.Settings, c.Transfer.Lead, c.IsCrisis, London.EndOf(moved.AddDays(-1)).AddSeconds(1));
            found.Fire(isOver ? Severity.Escalate : Severity.Warn, "seen_since_move", "", false, ("child", child.Ref));
            runs |= !isOver;
        }
        // Whether somebody has seen the child since sending, only a ledger can tell.
        if (runs && c.Context.Holdings is null) found.CannotTell();
    }

    private static AreaClock ClockOf(Case c, string child)
    {
        if (c.IsCrisis || c.Decisions.Standing.Any(decision => decision.Type == Decision.Types.Type.S47 && decision.Children.Contains(child))) return Urgent;
        return c.Transfer.Plans.Any(plan => plan.Child == child && People.IsOpenPlan(plan)) ? OnPlan : Seen;
    }

    private static bool IsSeen(Transfer transfer, string child, DateOnly moved)
    {
        foreach (var one in transfer.SeenSinceMove)
            if (one.Child == child && Days.Parse(one.On) >= moved) return true;
        return false;
    }

    private static bool WillBeSeen(Transfer transfer, string child, DateOnly today)
    {
        foreach (var one in transfer.SeenSinceMove)
            if (one.Child == child && !one.OrWhoWill.IsBlank() && Days.Parse(one.ByWhen) >= today) return true;
        return false;
    }
}
