using InfoSharing.V1;

namespace InfoSharing.Tests;

/// <summary>A finding that a case must give: the rule, what it does, and where (items named by their ids).</summary>
public sealed record Expected(string RuleId, Finding.Types.Severity Severity, string Field);

/// <summary>
/// One golden case of rules.md (d): a sample with a single change, and exactly what all 97 rules say of it. A build that has some
/// rules only asks <see cref="FiresWith"/> and <see cref="OwedWith"/>.
/// </summary>
public sealed record GoldenCase(string Id, string Story, Func<Transfer> Make)
{
    /// <summary>The findings under all rules, in the report's order.</summary>
    public IReadOnlyList<Expected> Fires { get; init; } = [];

    /// <summary>What is owed: rule ids, or items that no rule makes (identity, call_record).</summary>
    public IReadOnlyList<string> Owed { get; init; } = [];

    /// <summary>False where the hand-over is refused as a whole.</summary>
    public bool MayGo { get; init; } = true;

    /// <summary>The children who may not go while the others may.</summary>
    public IReadOnlyList<string> ChildrenBlocked { get; init; } = [];

    /// <summary>The rule whose finding an override answers.</summary>
    public string OverriddenRule { get; init; } = "";

    /// <summary>What fires in a build that has these rules alone.</summary>
    public IReadOnlyList<Expected> FiresWith(IReadOnlySet<string> rules) => [.. Fires.Where(finding => rules.Contains(finding.RuleId))];

    /// <summary>What is owed in a build that has these rules alone.</summary>
    public IReadOnlyList<string> OwedWith(IReadOnlySet<string> rules) =>
        [.. Owed.Where(owed => !owed.StartsWith("IS-", StringComparison.Ordinal) || rules.Contains(owed))];

    /// <summary>Whether the hand-over may go in a build that has these rules alone.</summary>
    public bool MayGoWith(IReadOnlySet<string> rules) =>
        MayGo || !FiresWith(rules).Any(finding => finding.Severity == Finding.Types.Severity.Refuse);

    /// <summary>The children blocked in a build that has these rules alone.</summary>
    public IReadOnlyList<string> ChildrenBlockedWith(IReadOnlySet<string> rules) =>
        FiresWith(rules).Any(finding => finding.Severity == Finding.Types.Severity.Refuse) ? ChildrenBlocked : [];

    /// <summary>The id, as a test's name shows it.</summary>
    public override string ToString() => Id;
}
