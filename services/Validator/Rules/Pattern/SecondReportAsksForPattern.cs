using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Pattern;

/// <summary>IS-303. The second report is where a pattern can still be seen early; the third is where reviews say that it should have been.</summary>
internal sealed class SecondReportAsksForPattern : Rule
{
    public override RuleCard Card { get; } = new("IS-303", RuleGroup.Pattern, Severity.Warn)
    {
        Message = "Second report about {person} in a year. Is a pattern forming?",
        Remedy = "Say yes, no or too soon to tell, and why.",
        Source = "S6, L3",
    };

    internal override void Judge(Case c, Findings found)
    {
        const int Second = 2;
        var enough = c.Threshold("IS-302", "reports", 3);
        foreach (var (person, count) in c.UnreadPatterns.People)
            if (count == Second && count < enough) found.Fire("pattern_analyses", ("person", person));
        foreach (var field in c.Reports.Undated) found.Undecided(field);
    }
}
