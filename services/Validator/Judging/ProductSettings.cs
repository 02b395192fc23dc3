namespace InfoSharing.Validator.Judging;

/// <summary>Every threshold marked "Product": its value in the first release, and the bounds of a signed setting. A rule that reads another threshold than these fails a test.</summary>
public static class ProductSettings
{
    /// <summary>All, in the order of their rules.</summary>
    public static IReadOnlyList<ProductSetting> All { get; } =
    [
        new("IS-102", "words", 25, 0, 100, "Words under which a reasoning is called short. 0 never asks."),
        new("IS-302", "reports", 3, 2, 5, "Reports about one person in 12 months from which the pattern must be said."),
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
