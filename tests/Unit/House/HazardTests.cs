using System.Text.RegularExpressions;

namespace InfoSharing.Tests.Unit.House;

/// <summary>The safety log: each hazard has its rows, and each control a test that is there. A control whose test has gone fails here.</summary>
public class HazardTests
{
    private static readonly string Log = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "docs", "safety", "hazards.md"));
    private static readonly string[] Hazards = [.. Regex.Split(Log, "^## ", RegexOptions.Multiline).Skip(1)];
    private static readonly Lazy<HashSet<string>> Tests = new(Written);

    public static TheoryData<string> Titles => [.. Hazards.Select(hazard => hazard.Split('\n')[0])];

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_hazard_has_a_cause_a_control_a_residual_risk_and_tests_that_are_there(string title)
    {
        var hazard = Hazards.Single(one => one.StartsWith(title + "\n", StringComparison.Ordinal));
        foreach (var row in new[] { "Severity", "Cause", "Control", "Test", "Residual risk" }) Row(hazard, row).ShouldNotBeEmpty(row);
        var tests = Regex.Matches(Row(hazard, "Test"), "`(\\w+\\.\\w+)`").Select(match => match.Groups[1].Value).ToList();
        if (tests.Count == 0) Row(hazard, "Test").ShouldStartWith("**Open**");
        foreach (var test in tests) Tests.Value.ShouldContain(test, $"{title}: the control's test has gone");
    }

    [Fact]
    public void Hazards_are_numbered_in_order() =>
        Hazards.Select(hazard => hazard[..3]).ShouldBe(Enumerable.Range(1, Hazards.Length).Select(number => $"H{number:00}"));

    [Fact]
    public void No_rule_reads_sex()
    {
        var folder = Path.Combine(SharedData.RepositoryRoot, "services", "Validator", "Rules");
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            Regex.IsMatch(File.ReadAllText(file), @"\.Sex\b|Types\.Sex\b").ShouldBeFalse(Path.GetFileName(file));
    }

    private static string Row(string hazard, string name) => Regex.Match(hazard, $@"^\| {name} \| (.+) \|$", RegexOptions.Multiline).Groups[1].Value;

    private static HashSet<string> Written()
    {
        var tests = new HashSet<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(SharedData.RepositoryRoot, "tests"), "*.cs", SearchOption.AllDirectories))
        {
            var code = File.ReadAllText(file);
            if (Regex.Match(code, @"class (\w+Tests)\b") is not { Success: true } named) continue;
            // Only what the runner runs: a method under [Fact] or [Theory], with no more than attributes between.
            foreach (Match method in Regex.Matches(code, @"\[(?:Fact|Theory)\](?:\s*\[[^\n]*)*\s*public (?:async )?(?:Task|void|ValueTask) (\w+)\("))
                tests.Add($"{named.Groups[1].Value}.{method.Groups[1].Value}");
        }
        return tests;
    }
}
