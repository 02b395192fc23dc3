using InfoSharing.Validator.Clocks;

namespace InfoSharing.Validator.Judging;

/// <summary>What the rules may know beside the transfer. The validator has no clock and does no I/O: the caller says.</summary>
public sealed record JudgingContext
{
    /// <summary>The instant of the check or send, UTC. Due times count from it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>London's day of the first Send at version 1; null for a check alone, which is judged on London's day of <see cref="At"/>.</summary>
    public DateOnly? FirstSentOn { get; init; }

    /// <summary>The agency's, area's and partnership's signed settings; empty is the first release.</summary>
    public Settings Settings { get; init; } = new();

    /// <summary>The directory's agencies; null offline, where rules that need them say "cannot tell here".</summary>
    public IAgencies? Agencies { get; init; }

    /// <summary>What the agency already holds on this transfer and its people; null offline, where rules that need it say "cannot tell here".</summary>
    public IHoldings? Holdings { get; init; }

    /// <summary>The day on which the transfer is judged.</summary>
    public DateOnly Day => FirstSentOn ?? London.DayOf(At);
}
