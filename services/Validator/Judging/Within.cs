using Unit = InfoSharing.V1.Owed.Types.Unit;

namespace InfoSharing.Validator.Judging;

/// <summary>How long something owed is given.</summary>
/// <param name="Unit">Elapsed hours or working days.</param>
/// <param name="Length">How many.</param>
public readonly record struct Within(Unit Unit, int Length)
{
    /// <summary>The clock of an area that may set it otherwise: owed_call, owed_decisions, owed_papers.</summary>
    public string Clock => this == AnHour ? "owed_call" : this == FiveWorkingDays ? "owed_papers" : "owed_decisions";

    /// <summary>Calls and telephone alerts: 1 elapsed hour.</summary>
    public static Within AnHour { get; } = new(Unit.ElapsedHours, 1);

    /// <summary>Identity, risk, safety and decisions: 1 working day.</summary>
    public static Within AWorkingDay { get; } = new(Unit.WorkingDays, 1);

    /// <summary>Papers: 5 working days.</summary>
    public static Within FiveWorkingDays { get; } = new(Unit.WorkingDays, 5);
}
