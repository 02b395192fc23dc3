using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Cli.Presentation;

/// <summary>The words of the rules that a report names, filled.</summary>
internal sealed class RuleWords(Report report, Filling filling)
{
    private readonly Dictionary<(string, string), RuleText> _texts = report.Texts.ToDictionary(text => (text.RuleId, text.Variant));

    internal string MessageOf(Finding finding) => filling.Of(TextOf(finding.RuleId, finding.Variant).Template, finding);

    internal string MessageOf(Owed owed) => filling.Of(TextOf(owed.RuleId, owed.Variant).Template, owed);

    internal string RemedyOf(Finding finding) => filling.ToWrite(TextOf(finding.RuleId, finding.Variant).Remedy, finding);

    internal string SourceOf(Finding finding) => SourceWords.Of(TextOf(finding.RuleId, finding.Variant).Source);

    private RuleText TextOf(string ruleId, string variant) => _texts.GetValueOrDefault((ruleId, variant)) ?? new RuleText();
}
