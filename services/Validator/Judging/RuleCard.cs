namespace InfoSharing.Validator.Judging;

/// <summary>What a rule is: its permanent id, its words, and how a finding of it behaves. One row of the catalogue.</summary>
/// <param name="Id">The permanent id: IS-102. Retired, never renumbered.</param>
/// <param name="Group">Its group.</param>
/// <param name="Severity">What its first finding does in the first release.</param>
public sealed record RuleCard(string Id, RuleGroup Group, Severity Severity)
{
    /// <summary>What it says, placeholders unfilled.</summary>
    public required string Message { get; init; }

    /// <summary>Its further texts, by variant: "short".</summary>
    public IReadOnlyDictionary<string, string> Variants { get; init; } = new Dictionary<string, string>();

    /// <summary>What to do.</summary>
    public required string Remedy { get; init; }

    /// <summary>The findings of the inspections that it answers, and its source.</summary>
    public required string Source { get; init; }

    /// <summary>The kinds of transfer on which it runs.</summary>
    public TransferKinds Applies { get; init; } = TransferKinds.HandOvers;

    /// <summary>What else it judges, each an act of its own.</summary>
    public ActKinds Acts { get; init; }

    /// <summary>The kinds on which its findings are owed: on alerts in place of a finding, on hand-overs beside it.</summary>
    public TransferKinds Owed { get; init; }

    /// <summary>How long it is given where it is owed.</summary>
    public Within OwedWithin { get; init; } = Within.AWorkingDay;

    /// <summary>How long it is given where it is owed and the urgency is CRISIS; null is the same.</summary>
    public Within? OwedWithinOnCrisis { get; init; }

    /// <summary>True where a partnership's signed setting may turn it up to REFUSE.</summary>
    public bool MayRise { get; init; }

    /// <summary>True for a rule that speaks of what is written alone: that something else was left out of a copy can not make it fire.</summary>
    internal bool SpeaksOfWhatIsThere { get; init; }

    /// <summary>False for safety rules and for those that are the record itself: 607–609, 805, 809, 810, 816, 817, 819, 901, 913.</summary>
    public bool Overridable { get; init; } = true;

    /// <summary>Findings of a rule that is not overridable which are: the fact that stays on the record, where the plan must go (608).</summary>
    internal Func<Finding, bool>? OverridableWhere { get; init; }

    /// <summary>True for a finding that a manager may override.</summary>
    internal bool MayBeOverridden(Finding finding) => Overridable || OverridableWhere?.Invoke(finding) == true;

    /// <summary>The text of a variant; blank is the first.</summary>
    public string TextOf(string variant) => variant.Length == 0 ? Message : Variants[variant];
}
