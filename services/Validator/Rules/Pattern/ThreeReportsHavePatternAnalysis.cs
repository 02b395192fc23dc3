using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Pattern;

/// <summary>IS-302. Each report alone stayed below the threshold; nobody read them together, or beyond the one address.</summary>
internal sealed class ThreeReportsHavePatternAnalysis : Rule
{
    public override RuleCard Card { get; } = new("IS-302", RuleGroup.Pattern, Severity.Refuse)
    {
        Message = "{n} reports about {person} in 12 months, in {number} homes. Say what they mean together, not one by one.",
        Variants = new Dictionary<string, string>
        {
            ["without_homes"] = "{n} reports about {person} in 12 months. Say what they mean together, not one by one.",
        },
        Remedy = "A few lines: rising or falling, what sets it off, who is missing.",
        Source = "S6, S8, L3, L21; 3 in 12 months from SafeLives potential escalation; practice 23",
    };

    internal override void Judge(Case c, Findings found)
    {
        var enough = c.Threshold("IS-302", "reports", 3);
        foreach (var (person, count) in c.UnreadPatterns.People)
            if (count >= enough) Fire(c, found, person, count);
        foreach (var field in c.Reports.Undated) found.Undecided(field);
    }

    private static void Fire(Case c, Findings found, string person, int count)
    {
        const string Field = "pattern_analyses";
        if (c.Reports.HomesOf(person) is { } homes) found.Fire(Field, ("person", person), ("n", $"{count}"), ("number", $"{homes}"));
        else found.Fire(Severity.Refuse, Field, "without_homes", false, ("person", person), ("n", $"{count}"));
    }
}
