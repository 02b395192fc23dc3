using System.Text;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Kit.Pages;

/// <summary>The pages under docs/rules: one for each rule, an index, the map from findings to rules, the settings. Made from the cards and the examples, never by hand.</summary>
public static class RulePages
{
    private const string Made = "<!-- Made by `./infosharing rules --out docs/rules`; a test fails where it has fallen behind. -->\n";

    /// <summary>Every page of a rule set.</summary>
    public static IReadOnlyList<Page> Of(RuleSet set, Reasons reasons)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(reasons);
        return [.. set.All.Select(rule => new RulePage(rule, set, reasons).Write()).Concat([Index(set), Findings(set), Settings(set)]).Select(page => page with { Words = Made + page.Words })];
    }

    private static Page Index(RuleSet set)
    {
        var words = new StringBuilder($"# The rules\n\nRule set {set.Version}, in force from {set.InForceFrom:yyyy-MM-dd}: {set.All.Count()} rules. A rule may refuse an absence or a plan; never a fact, nor an honest \"not known\". No rule refuses an alert.\n\n"
            + "[Which finding each answers](findings.md) · [what a partnership may set](settings.md)\n");
        foreach (var group in set.All.GroupBy(rule => rule.Card.Group))
        {
            words.Append($"\n## {Capital(RuleWords.GroupOf(group.Key))}\n\n| Rule | First release | What it says |\n|---|---|---|\n");
            foreach (var rule in group)
                words.Append($"| [{rule.Card.Id}]({rule.Card.Id}.md) {RuleWords.NameOf(rule)} | {rule.Card.Severity.ToString().ToUpperInvariant()}{(rule.Card.MayRise ? ", may rise" : "")} | {rule.Card.Message.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }
        return new("README.md", words.ToString());
    }

    private static Page Findings(RuleSet set)
    {
        var words = new StringBuilder("# From findings to rules\n\nS: the joint inspection in Sandwell, 2017. L: the learning from Leeds. In our words; each rule's page names its source.\n\n| Finding | | Rules |\n|---|---|---|\n");
        foreach (var (id, finding) in InspectionFindings.All)
        {
            var rules = set.All.Where(rule => RuleWords.FindingsIn(rule.Card.Source).Contains(id)).Select(rule => $"[{rule.Card.Id}]({rule.Card.Id}.md)").ToList();
            words.Append($"| <a id=\"{id.ToLowerInvariant()}\"></a>{id} | {finding} | {(rules.Count == 0 ? "none yet" : string.Join(", ", rules))} |\n");
        }
        return new("findings.md", words.ToString());
    }

    private static Page Settings(RuleSet set)
    {
        var words = new StringBuilder("# What a partnership may set\n\nSettings are signed, and dated. They turn a rule up, never down; no setting touches a safety rule. What is outside its bounds is not followed, and the check of the settings names it.\n\n"
            + "## Thresholds\n\n| Rule | Name | What it is | First release | May be |\n|---|---|---|---|---|\n");
        foreach (var one in ProductSettings.All) words.Append($"| [{one.RuleId}]({one.RuleId}.md) | `{one.Name}` | {one.Meaning} | {one.FirstRelease} | {one.Lowest} to {one.Highest} |\n");
        words.Append("\n## Rules that may be turned up to REFUSE\n\n").AppendJoin(", ", set.All.Where(rule => rule.Card.MayRise).Select(rule => $"[{rule.Card.Id}]({rule.Card.Id}.md)"));
        words.Append("\n\n## Clocks of what is owed\n\n| Name | What | First release |\n|---|---|---|\n"
            + "| `owed_call` | the call of a crisis, a telephone alert | 1 elapsed hour |\n| `owed_decisions` | identity, risk, safety and decisions | 1 working day |\n| `owed_papers` | papers | 5 working days |\n"
            + "\n## Other clocks\n\nEach by area; in a crisis, and on RED, the name ends in `_crisis` and counts elapsed hours.\n\n| Name | What | First release | In a crisis |\n|---|---|---|---|\n"
            + "| `arrival` | somebody acknowledges what arrived (IS-903) | 1 working day | 1 elapsed hour |\n| `next_step` | the next step is decided (IS-903) | 1 working day | 24 elapsed hours |\n"
            + "| `transfer_in_conference` | the conference is held (IS-902) | 15 working days; Scotland 21 days | the same |\n"
            + "| `transfer_in_writing` | in Wales: what is known has followed in writing (IS-902) | 72 elapsed hours | the same |\n| `seen_since_move` | the child is seen (IS-914) | 10 working days | as urgent |\n"
            + "| `seen_since_move_on_plan` | the same, on a plan | 5 working days | as urgent |\n| `seen_since_move_urgent` | the same, in a crisis or under s47 | 1 working day | 24 elapsed hours |\n"
            + "| `referrer_told` | the referrer is told what a hub decided (IS-820) | 1 working day | 24 elapsed hours |\n"
            + "\n## The duty to share\n\n`s16la_in_force_from`: the day from which Children Act 2004 s.16LA is in force. Blank is not yet, which is the first release.\n");
        return new("settings.md", words.ToString());
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
