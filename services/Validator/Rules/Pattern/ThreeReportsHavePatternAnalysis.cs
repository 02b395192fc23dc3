using InfoSharing.Validator.Facts;
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
        HashSet<string> analysed = [.. c.Transfer.PatternAnalyses.Where(one => !one.Text.IsBlank()).SelectMany(one => one.About)];
        var earlier = new List<string>();
        foreach (var person in InOrder(c.People))
        {
            var reports = c.Reports.About(person);
            if (reports.Count == 0 || reports.Count < enough) continue;
            if (analysed.Any(other => c.Reports.AreAllAbout(person, other)) || earlier.Exists(other => c.Reports.AreAllAbout(person, other))) continue;
            earlier.Add(person);
            Fire(c, found, person, reports.Count);
        }
        foreach (var field in c.Reports.Undated) found.Undecided(field);
    }

    // Those who cause harm first: it is their pattern.
    private static IEnumerable<string> InOrder(People people) =>
        Refs(people.CausingHarm).Concat(Refs(people.Victims)).Concat(Refs(people.Moving)).Distinct();

    private static IEnumerable<string> Refs(IReadOnlyList<Person> group) => group.Select(person => person.Ref).Order(StringComparer.Ordinal);

    private static void Fire(Case c, Findings found, string person, int count)
    {
        const string Field = "pattern_analyses";
        if (c.Reports.HomesOf(person) is { } homes) found.Fire(Field, ("person", person), ("n", $"{count}"), ("number", $"{homes}"));
        else found.Fire(Severity.Refuse, Field, "without_homes", false, ("person", person), ("n", $"{count}"));
    }
}
