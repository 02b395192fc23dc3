using InfoSharing.Cli.Wording;
using InfoSharing.V1;
using Severity = InfoSharing.V1.Finding.Types.Severity;

namespace InfoSharing.Cli.Presentation;

/// <summary>The findings, worst first. What is said of several people in the same words is said once, and each is named.</summary>
internal sealed class FindingList(Screen screen, RuleWords words, Names names)
{
    private const int Indent = 10;

    // Who it is about. Two findings that differ in these alone are one to a reader; a different count or date is another.
    private static readonly string[] People = ["child", "person", "other_child", "other", "victim", "person_causing_harm"];

    internal void Write(IEnumerable<Finding> findings)
    {
        foreach (var same in findings.GroupBy(KindOf)) Block(same.First(), [.. same.Skip(1)]);
    }

    private void Block(Finding first, List<Finding> others)
    {
        screen.Heading(first.Severity.ToString().ToUpperInvariant().PadRight(Indent), ColourOf(first.Severity), $"{first.RuleId}  {first.Field}");
        screen.Words(words.MessageOf(first), Indent);
        foreach (var other in others) screen.Words(TheSame(first, other), Indent);
        if (first.OverriddenBy.Length > 0) screen.Words($"A manager's override answers it ({first.OverriddenBy}): it blocks nothing, and is owed.", Indent);
        screen.Words($"To mend: {words.RemedyOf(first)}", Indent);
        screen.Words($"Answers {words.SourceOf(first)}.", Indent);
        screen.Blank();
    }

    private string TheSame(Finding first, Finding other)
    {
        var who = names.Of(People.Where(other.Params.ContainsKey).Select(key => other.Params[key]).Where(one => one.Length > 0).SelectMany(one => one.Split(',')).Distinct());
        var where = other.Field == first.Field ? "" : other.Field;
        return (who.Length > 0, where.Length > 0) switch
        {
            (true, true) => $"The same for {who}: {where}.",
            (true, false) => $"The same for {who}.",
            _ => $"The same at {other.Field}.",
        };
    }

    private static (string, string, Severity, string, string) KindOf(Finding finding) => (finding.RuleId, finding.Variant, finding.Severity, finding.OverriddenBy,
        string.Join('\n', finding.Params.Where(pair => !People.Contains(pair.Key)).Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal)));

    private static Colour ColourOf(Severity severity) => severity switch
    {
        Severity.Refuse => Colour.Red,
        Severity.Withhold or Severity.Escalate => Colour.Magenta,
        Severity.Warn => Colour.Yellow,
        _ => Colour.Blue,
    };
}
