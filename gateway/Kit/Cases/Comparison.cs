using InfoSharing.V1;
using Severity = InfoSharing.V1.Finding.Types.Severity;

namespace InfoSharing.Kit.Cases;

/// <summary>Compares an implementation's report with the kit's. A case is about one rule, and only that rule's findings decide it.</summary>
public static class Comparison
{
    /// <summary>Whether the report agrees.</summary>
    public static CaseResult Of(KitCase asked, Report answer)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(answer);
        var id = asked.Rule.Card.Id;
        var expected = Of(asked.Expected, id).ToList();
        List<string> differences = [], notes = [];
        foreach (var found in Of(answer, id))
        {
            if (Take(expected, found)) continue;
            // A partnership's setting turns a rule up and never down.
            if (asked.Rule.Card.MayRise && found.Severity == Severity.Refuse && Take(expected, found with { Severity = asked.Rule.Card.Severity })) notes.Add($"{Line(found)} is turned up here");
            else differences.Add($"says {Line(found)}, which it must not");
        }
        differences.AddRange(expected.Select(missing => $"does not say {Line(missing)}"));
        notes.AddRange(Others(answer, id).Except(Others(asked.Expected, id)).Select(more => $"{more} fires too"));
        return new(asked, differences.Count == 0 ? CaseOutcome.Agrees : CaseOutcome.Differs, differences, notes);
    }

    private static IEnumerable<Said> Of(Report report, string ruleId) => report.Findings.Where(finding => finding.RuleId == ruleId)
        .Select(finding => new Said(finding.Severity, finding.Field, finding.Variant))
        // On an alert it is owed in place of a finding.
        .Concat(report.Owed.Where(owed => owed.RuleId == ruleId && report.Findings.All(finding => finding.RuleId != ruleId)).Select(owed => new Said(default, owed.Field, owed.Variant)));

    private static IEnumerable<string> Others(Report report, string ruleId) => report.Findings.Where(finding => finding.RuleId != ruleId).Select(finding => $"{finding.RuleId} at {finding.Field}").Distinct();

    private static bool Take(List<Said> expected, Said found) => expected.Remove(found);

    private static string Line(Said one) => $"{(one.Severity == default ? "owed" : one.Severity.ToString().ToUpperInvariant())} at {one.Field}{(one.Variant.Length == 0 ? "" : $" ({one.Variant})")}";

    private sealed record Said(Severity Severity, string Field, string Variant);
}
