using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;
using InfoSharing.Validator.Rules;

namespace InfoSharing.Exchange.Telemetry;

/// <summary>What came of sends, and which groups of rules spoke: never a rule's own id, nor the kind of a transfer, which may reveal what a family fears.</summary>
internal sealed class CaseMeters
{
    private static readonly FrozenDictionary<string, string> Groups = RuleSets.Newest.Rules.ToFrozenDictionary(rule => rule.Card.Id, rule => NameOf(rule.Card.Group));
    private readonly Counter<long> _sends;
    private readonly Counter<long> _findings;
    private readonly KeyValuePair<string, object?> _whose;

    /// <summary>Makes the instruments.</summary>
    public CaseMeters(IMeterFactory meters, AgencyKeys us)
    {
        _whose = StepTimes.Of(us.Agency);
        var meter = meters.Create(StepTimes.Name);
        _sends = meter.CreateCounter<long>("infosharing.sends", "{send}", "Sends (steps 2 to 6), by outcome.");
        _findings = meter.CreateCounter<long>("infosharing.findings", "{finding}", "Findings on sends, by the rules' group and severity.");
    }

    /// <summary>Counts a send with its report.</summary>
    internal void Sent(Report report)
    {
        _sends.Add(1, _whose, new KeyValuePair<string, object?>("infosharing.outcome", report.Handover == Report.Types.Handover.Refused ? "refused" : "sent"));
        if (!_findings.Enabled) return;
        foreach (var kind in report.Findings.CountBy(finding => (Group: Groups.GetValueOrDefault(finding.RuleId, "other"), finding.Severity)))
            _findings.Add(kind.Value, _whose, new KeyValuePair<string, object?>("infosharing.rule.group", kind.Key.Group), new KeyValuePair<string, object?>("infosharing.severity", NameOf(kind.Key.Severity)));
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((letter, at) => char.IsUpper(letter) ? $"{(at > 0 ? "_" : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
