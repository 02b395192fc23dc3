namespace InfoSharing.Exchange.Answers.Timing;

/// <summary>The clocks' names, as settings give them. Those that end in "_crisis" are elapsed hours, whatever a setting says.</summary>
internal static class ClockNames
{
    /// <summary>A named person acknowledges the arrival (IS-903).</summary>
    public const string Arrival = "arrival";

    /// <summary>The next step is decided (IS-903).</summary>
    public const string NextStep = "next_step";

    /// <summary>The transfer-in conference is held (IS-902).</summary>
    public const string Conference = "transfer_in_conference";

    /// <summary>Somebody has seen the child since the move (IS-914): by plan, or any other child.</summary>
    public const string Seen = "seen_since_move";

    /// <summary>The same, of a child on a plan.</summary>
    public const string SeenOnPlan = "seen_since_move_on_plan";

    /// <summary>The same, in a crisis or after a decision under section 47.</summary>
    public const string SeenUrgent = "seen_since_move_urgent";

    /// <summary>After a refusal an alert, or the mended hand-over, goes.</summary>
    public const string RefusedWithoutAlert = "refused_without_alert";

    /// <summary>The breach of a misdirected transfer is assessed.</summary>
    public const string Misdirected = "misdirected";

    /// <summary>A decline is answered.</summary>
    public const string DeclineAnswered = "decline_answered";

    /// <summary>The heads of service settle a disagreement.</summary>
    public const string DisagreementHeads = "disagreement_heads";

    /// <summary>The directors settle it.</summary>
    public const string DisagreementDirectors = "disagreement_directors";

    /// <summary>A message of ours gets its receipt; "undelivered_crisis" is also that of every alert.</summary>
    public const string Undelivered = "undelivered";

    /// <summary>How long one role has before the next one after it is told.</summary>
    public const string NextRole = "next_role";

    /// <summary>Something owed arrives.</summary>
    public const string Owed = "owed";

    /// <summary>The name's clock for CRISIS and RED.</summary>
    internal static string InCrisis(string name) => name + "_crisis";
}
