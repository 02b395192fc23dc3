using System.Text;
using InfoSharing.Kit.Reading;
using InfoSharing.Validator.Judging;
using Severity = InfoSharing.V1.Finding.Types.Severity;

namespace InfoSharing.Kit.Pages;

/// <summary>The page of one rule: what it says, why, what it answers, a bad and a good example, what to do.</summary>
internal sealed class RulePage(Rule rule, RuleSet set, Reasons reasons)
{
    private readonly StringBuilder _words = new();

    internal Page Write()
    {
        var card = rule.Card;
        Line($"# {card.Id} {RuleWords.NameOf(rule)}");
        Line(Facts(card));
        Line("## What it says");
        Line($"> {card.Message}");
        foreach (var (variant, text) in card.Variants.OrderBy(one => one.Key, StringComparer.Ordinal)) Line($"> *{variant.Replace('_', ' ')}:* {text}");
        Line("Words in braces are filled in where the case is open: a report holds references to people, never names.");
        if (reasons.Of(rule) is { Length: > 0 } why) Line("## Why").Line(why);
        Answers(card.Source);
        Line("## What to do");
        Line(card.Remedy);
        Thresholds(card.Id);
        if (ExampleSet.Find(card.Id) is { } example)
        {
            ExampleOf("A bad example", example.Bad);
            ExampleOf("A good example", example.Good);
        }
        return new($"{card.Id}.md", _words.ToString());
    }

    private RulePage Line(string words)
    {
        if (_words.Length > 0) _words.Append('\n');
        _words.Append(words).Append('\n');
        return this;
    }

    private string Facts(RuleCard card)
    {
        List<string> rows = ["| | |", "|---|---|", $"| Group | {RuleWords.GroupOf(card.Group)} |", $"| First release | {RuleWords.Meaning(card.Severity)} |", $"| Runs on | {Runs(card)} |"];
        if (card.Owed != TransferKinds.None) rows.Add($"| Owed | on {RuleWords.KindsOf(card.Owed)}, {Within(card.OwedWithin)}{(card.OwedWithinOnCrisis is { } crisis ? $"; in a crisis {Within(crisis)}" : "")} |");
        if (card.MayRise) rows.Add("| May be turned up | yes, to REFUSE, by a partnership's signed setting |");
        rows.Add($"| A manager may override it | {(card.Overridable ? card.Severity == Severity.Refuse || card.MayRise ? "yes, with a reason and a date; it is then owed" : "nothing to override: it does not refuse" : "no") } |");
        rows.Add($"| Rule set | {set.Version}, from {set.InForceFrom:yyyy-MM-dd} |");
        return string.Join('\n', rows);
    }

    private string Runs(RuleCard card)
    {
        var acts = Enum.GetValues<ActKinds>().Where(one => one != ActKinds.None && card.Acts.HasFlag(one)).Select(Act).ToList();
        if (card.Applies == TransferKinds.None) return string.Join(", ", acts);
        return acts.Count == 0 ? Transfers(card) : $"{Transfers(card)}; and {string.Join(", ", acts)}";
    }

    private static string Act(ActKinds act) => act switch
    {
        ActKinds.Override => "a manager's override",
        ActKinds.Release => "the release of something withheld",
        ActKinds.BreakGlass => "looking into a case that is not one's own",
        ActKinds.ConferencePack => "a conference pack",
        ActKinds.InformationRequest => "a hub's request to its partners",
        ActKinds.InformationReply => "a partner's reply",
        ActKinds.MashDecision => "a hub's decision",
        _ => "an acceptance at conference",
    };

    private string Transfers(RuleCard card)
    {
        var kinds = RuleWords.KindsOf(card.Applies);
        var minimum = set.Minimums.FirstOrDefault(one => one.Value.Contains(rule));
        return minimum.Value is null ? kinds : $"{kinds} from {Sender(minimum.Key)}";
    }

    private static string Sender(V1.Party.Types.AgencyKind kind) => kind switch
    {
        V1.Party.Types.AgencyKind.Police => "the police",
        V1.Party.Types.AgencyKind.SocialCare => "children's social care",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static string Within(Within within) => (within.Unit, within.Length) switch
    {
        (V1.Owed.Types.Unit.ElapsedHours, 1) => "within an hour",
        (V1.Owed.Types.Unit.ElapsedHours, var hours) => $"within {hours} hours",
        (_, 1) => "within a working day",
        var (_, days) => $"within {days} working days",
    };

    private void Answers(string source)
    {
        Line("## What it answers");
        var answered = RuleWords.FindingsIn(source).ToHashSet();
        if (answered.Count > 0) Line(string.Join('\n', InspectionFindings.All.Where(one => answered.Contains(one.Id)).Select(one => $"- [{one.Id}](findings.md#{one.Id.ToLowerInvariant()}) {one.Words}")));
        Line($"Source: {source}.");
    }

    private void Thresholds(string id)
    {
        var all = ProductSettings.All.Where(one => one.RuleId == id).ToList();
        if (all.Count == 0) return;
        Line("## Settings");
        Line(string.Join('\n', all.Select(one => $"- `{one.Name}`: {one.Meaning} {one.FirstRelease}; a setting may say {one.Lowest} to {one.Highest}.")));
    }

    private void ExampleOf(string title, Example example)
    {
        Line($"## {title}");
        Line(example.Story);
        Line(example.Excerpt is { } json ? $"`{example.Show}`:\n\n```json\n{json}\n```" : $"Nothing is written at `{example.Show}`.");
        var report = example.Judge(set);
        var findings = report.Findings.Where(finding => finding.RuleId == rule.Card.Id).Select(finding => $"{finding.Severity.ToString().ToUpperInvariant()} at `{finding.Field}`").Distinct().ToList();
        var owed = report.Owed.Where(one => one.RuleId == rule.Card.Id).Select(one => $"owed at `{one.Field}`").Distinct().ToList();
        Line(findings.Count + owed.Count == 0 ? $"{rule.Card.Id} says nothing." : $"{rule.Card.Id}: {string.Join("; ", findings.Concat(findings.Count == 0 ? owed : []))}.");
    }
}
