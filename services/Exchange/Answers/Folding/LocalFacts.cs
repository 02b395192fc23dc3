namespace InfoSharing.Exchange.Answers.Folding;

/// <summary>What one ledger knows of a transfer that no message says. All of it may be blank.</summary>
internal sealed record LocalFacts
{
    /// <summary>True where this ledger was restored and may have lost what it said of this transfer: an acceptance of ours may be with the other side alone.</summary>
    public bool InDoubt { get; init; }

    /// <summary>When the hand-over was refused; null where it was not.</summary>
    public DateTimeOffset? RefusedAt { get; init; }

    /// <summary>The day of the move that the refused hand-over named.</summary>
    public DateOnly? RefusedMoveOn { get; init; }

    /// <summary>When an alert for these people, or the mended hand-over, went after the refusal.</summary>
    public DateTimeOffset? WentAfterRefusalAt { get; init; }

    /// <summary>Since when it is held, because the recipient cannot be reached.</summary>
    public DateTimeOffset? HeldSince { get; init; }

    /// <summary>Since when it is owed by telephone, and to whom: recipients that are not connected.</summary>
    public IReadOnlyList<(string Agency, DateTimeOffset Since)> OwedByPhone { get; init; } = [];

    /// <summary>When the breach of a misdirected transfer was assessed, and the enquiry closed.</summary>
    public DateTimeOffset? BreachAssessedAt { get; init; }

    /// <summary>When a named person acknowledged it, where that is known beside the answers.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>When the next step was decided, where that is known beside the answers.</summary>
    public DateTimeOffset? NextStepDecidedAt { get; init; }

    /// <summary>When the conference was first asked for in writing: by the alert, where that went before the papers.</summary>
    public DateTimeOffset? WrittenRequestAt { get; init; }

    /// <summary>When the referral was accepted.</summary>
    public DateTimeOffset? ReferralAcceptedAt { get; init; }

    /// <summary>When both areas agreed that the stay is permanent.</summary>
    public DateTimeOffset? PermanenceAgreedAt { get; init; }

    /// <summary>The day for which the conference is booked.</summary>
    public DateOnly? ConferenceBookedFor { get; init; }

    /// <summary>The day it was held.</summary>
    public DateOnly? ConferenceHeldOn { get; init; }
}
