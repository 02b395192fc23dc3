using InfoSharing.V1;

namespace InfoSharing.Exchange.Answers.Folding;

/// <summary>Where the answer for one child stands.</summary>
/// <param name="At">Since when; null while there is no answer.</param>
internal abstract record ChildAnswer(DateTimeOffset? At)
{
    /// <summary>No answer yet.</summary>
    internal sealed record Open() : ChildAnswer((DateTimeOffset?)null);

    /// <summary>Responsibility is taken. Nothing undoes it.</summary>
    internal sealed record Taken(DateTimeOffset TakenAt, Who? By, uint Version) : ChildAnswer(TakenAt);

    /// <summary>It is not taken, and why. It may still be taken later.</summary>
    internal sealed record Refused(DateTimeOffset RefusedAt, Declined.Types.Reason Reason, Text? Words, Who? By, uint Version) : ChildAnswer(RefusedAt);

    /// <summary>Questions are put.</summary>
    internal sealed record Questioned(DateTimeOffset AskedAt, IReadOnlyList<Text> Questions, Who? By, uint Version) : ChildAnswer(AskedAt);

    /// <summary>A whole next version came after the questions.</summary>
    internal sealed record Supplied(DateTimeOffset SuppliedAt, uint Version, Questioned Questions) : ChildAnswer(SuppliedAt);
}

/// <summary>What the lead said of a child, in the order of its ledger.</summary>
internal enum TurnKind
{
    /// <summary>Accepted.</summary>
    Accepted = 1,

    /// <summary>Declined.</summary>
    Declined = 2,

    /// <summary>Asked.</summary>
    Asked = 3,
}

/// <summary>One answer of the lead for a child.</summary>
/// <param name="Kind">What it said.</param>
/// <param name="At">When.</param>
/// <param name="Version">The version that was seen.</param>
/// <param name="By">Who.</param>
internal sealed record Turn(TurnKind Kind, DateTimeOffset At, uint Version, Who? By)
{
    /// <summary>What was said: the reason of a decline, the questions.</summary>
    public IReadOnlyList<Text> Words { get; init; } = [];
}

/// <summary>One child of a transfer.</summary>
/// <param name="Ref">The reference: P2.</param>
/// <param name="Answer">Where the answer stands.</param>
/// <param name="Turns">All that the lead said of this child.</param>
/// <param name="InNewest">False where the newest version no longer moves this child; responsibility stays where it is.</param>
internal sealed record ChildState(string Ref, ChildAnswer Answer, IReadOnlyList<Turn> Turns, bool InNewest)
{
    /// <summary>The acceptance, once there is one.</summary>
    public ChildAnswer.Taken? Taken => Answer as ChildAnswer.Taken;
}
