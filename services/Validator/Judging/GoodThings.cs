using InfoSharing.Validator.Facts;

namespace InfoSharing.Validator.Judging;

/// <summary>What was good, as codes: a report closes with thanks. Each is there and no finding speaks against its group.</summary>
public static class GoodThings
{
    private static readonly (string Code, string Words, Func<Case, bool> IsThere, string Rules)[] Known =
    [
        ("reasons_given", "the reasons for each decision", static c => c.Transfer.Decisions.Count > 0, "IS-1"),
        ("relationships_explored", "previous and current relationships, answered for each adult", static c => c.Transfer.RelationshipExploration.Count > 0, "IS-2"),
        ("pattern_seen", "what the reports mean together", static c => c.Transfer.PatternAnalyses.Any(one => !one.Text.IsBlank()), "IS-30"),
        ("each_child_assessed", "each child in their own words", static c => c.Transfer.ChildAssessments.Any(one => !one.Needs.IsBlank()), "IS-40"),
        ("safe_contact_known", "a safe way to reach the people", static c => c.Transfer.SafeContact.Count > 0, "IS-818"),
        ("telling_answered", "who knows of the move, and who must not", static c => c.Transfer.Told.Count > 0, "IS-804"),
    ];

    /// <summary>The words of a code; the code itself where a newer version made it.</summary>
    public static string WordsOf(string code) => Array.Find(Known, one => one.Code == code).Words ?? code;

    /// <summary>The codes for this case.</summary>
    internal static IEnumerable<string> In(Case c, Report report) =>
        Known.Where(one => one.IsThere(c) && !SpeaksAgainst(report, one.Rules)).Select(one => one.Code);

    private static bool SpeaksAgainst(Report report, string rules) =>
        report.Findings.Any(finding => finding.RuleId.StartsWith(rules, StringComparison.Ordinal))
        || report.Owed.Any(owed => owed.RuleId.StartsWith(rules, StringComparison.Ordinal));
}
