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

    /// <summary>
    /// How many items were withheld from this agency's copy; 0 for the sender, and where it has the whole. It is not told which: with any withheld,
    /// what is missing may have been left out rightly, so that rules that ask for something cannot tell here.
    /// </summary>
    public uint Withheld { get; init; }

    /// <summary>What can be read of the documents that are here, by their ids in the transfer; of those that are not, nothing is known yet.</summary>
    public IReadOnlyDictionary<string, DocumentWords> Documents { get; init; } = new Dictionary<string, DocumentWords>();

    /// <summary>The day on which the transfer is judged.</summary>
    public DateOnly Day => FirstSentOn ?? London.DayOf(At);
}
