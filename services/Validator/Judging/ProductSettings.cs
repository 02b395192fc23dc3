namespace InfoSharing.Validator.Judging;

/// <summary>Every threshold marked "Product": its value in the first release, and the bounds of a signed setting. A rule that reads another threshold than these fails a test.</summary>
public static class ProductSettings
{
    /// <summary>All, in the order of their rules.</summary>
    public static IReadOnlyList<ProductSetting> All { get; } =
    [
        new("IS-102", "words", 25, 0, 100, "Words under which a reasoning is called short. 0 never asks."),
        new("IS-208", "months", 3, 1, 12, "Months after which a police check is old."),
        new("IS-302", "reports", 3, 2, 5, "Reports about one person in 12 months from which the pattern must be said."),
        new("IS-403", "shared", 0.80, 0.50, 0.95, "Part of the words, taken in threes, that two children's texts share, from which it is asked."),
        new("IS-408", "warn_weeks", 20, 8, 28, "Weeks along from which it is asked who expects the birth."),
        new("IS-408", "escalate_weeks", 32, 20, 38, "Weeks along from which somebody is told that nobody expects it."),
        new("IS-409", "days", 14, 1, 28, "Days after the expected day from which somebody is told that no birth is recorded."),
        new("IS-709", "days", 7, 1, 14, "Days within which a crisis is reviewed."),
        new("IS-902", "warn_days", 10, 1, 14, "Working days after which a conference that is not booked is warned of."),
        new("IS-905", "days", 15, 8, 85, "Days under which a stay is short."),
        new("IS-915", "months", 24, 12, 60, "Months back in which changes of area are counted."),
        new("IS-915", "changes", 2, 1, 4, "Changes of area from which each area must have been asked."),
    ];

    /// <summary>The threshold of a rule; null where it has none of this name.</summary>
    public static ProductSetting? Find(string ruleId, string name)
    {
        foreach (var one in All)
            if (one.RuleId == ruleId && one.Name == name) return one;
        return null;
    }
}
