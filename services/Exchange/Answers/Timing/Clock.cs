namespace InfoSharing.Exchange.Answers.Timing;

/// <summary>Who is told when a clock runs out; the directory names them.</summary>
internal enum EscalatesTo
{
    /// <summary>The duty manager of the agency.</summary>
    DutyManager = 1,

    /// <summary>The out-of-hours team, whose number the sender is shown.</summary>
    OutOfHoursTeam = 2,

    /// <summary>The team's manager.</summary>
    TeamManager = 3,

    /// <summary>The chair of conferences.</summary>
    ConferenceChair = 4,

    /// <summary>The head of service.</summary>
    HeadOfService = 5,

    /// <summary>The director.</summary>
    Director = 6,

    /// <summary>The safeguarding partnership.</summary>
    Partnership = 7,

    /// <summary>The information governance lead.</summary>
    InformationGovernanceLead = 8,
}

/// <summary>A clock, as data. Running out tells somebody; it never changes a state.</summary>
/// <param name="Name">One of <see cref="ClockNames"/>.</param>
/// <param name="Child">The child whom it is about; blank where it is about the whole.</param>
/// <param name="Length">How long it runs.</param>
/// <param name="StartEvent">What starts it, as a code.</param>
/// <param name="Agency">Whose clock it is.</param>
/// <param name="To">Who is told there when it runs out.</param>
/// <param name="RunningFrom">Since when it runs; null while it has not started.</param>
/// <param name="DueAt">When it runs out; null while it has not started.</param>
/// <param name="Answered">True when what it waits for is there.</param>
/// <param name="AnsweredAt">When that came, where it is known.</param>
internal sealed record Clock(
    string Name, string Child, ClockLength Length, string StartEvent, string Agency, EscalatesTo To, DateTimeOffset? RunningFrom, DateTimeOffset? DueAt, bool Answered, DateTimeOffset? AnsweredAt)
{
    /// <summary>What is owed, where it is the clock of something owed: the rule's id or the item, with the field.</summary>
    public string Item { get; init; } = "";

    /// <summary>From when a page warns that it is running out; null where it only runs out.</summary>
    public DateTimeOffset? WarnsAt { get; init; }

    /// <summary>True from the instant at which it has run out unanswered. Whoever looks late sees it too: answered late is run out as well.</summary>
    internal bool HasRunOut(DateTimeOffset now) => DueAt is { } due && (Answered ? AnsweredAt > due : now > due);
}
