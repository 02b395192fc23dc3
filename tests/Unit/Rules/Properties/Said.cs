using InfoSharing.V1;

namespace InfoSharing.Tests.Unit.Rules.Properties;

/// <summary>What the catalogue's rules say in a report, a line each: not an agency's minimum.</summary>
internal static class Said
{
    internal static string[] Catalogue(Report report, params string[] but) =>
    [
        .. report.Findings.Where(one => Is(one.RuleId, but)).Select(one => $"{one.RuleId} {one.Severity} {one.Field} {one.Variant} {Words(one.Params)}")
            .Concat(report.Owed.Where(one => Is(one.RuleId, but)).Select(one => $"owed {one.RuleId} {one.Field} {Words(one.Params)}"))
            .Concat(report.Undecided.Where(one => Is(one.RuleId, but)).Select(one => $"undecided {one.RuleId} {one.Field}")).Order(StringComparer.Ordinal),
    ];

    private static bool Is(string ruleId, string[] but) => ruleId.Length == 6 && char.IsAsciiDigit(ruleId[3]) && !but.Contains(ruleId);

    private static string Words(IDictionary<string, string> values) => string.Join(' ', values.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}={one.Value}"));
}
