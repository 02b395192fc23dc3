using System.Globalization;
using System.Text.RegularExpressions;
using InfoSharing.V1;
using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules;
using static InfoSharing.V1.Settings.Types;

namespace InfoSharing.Tests.Unit.Judging;

public class SettingsTests
{
    [Fact]
    public void Empty_settings_are_the_first_release() => SettingsCheck.Of(new(), RuleSets.Newest).ShouldBeEmpty();

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var settings = new Settings
        {
            S16LaInForceFrom = "next spring",
            Risen = { new Risen { RuleId = "IS-999", From = "2026-01-01" }, new Risen { RuleId = "IS-705", From = "2026-01-01" }, new Risen { RuleId = "IS-103" } },
            Thresholds = { new Threshold { RuleId = "IS-302", Name = "reports", Value = 100 }, new Threshold { RuleId = "IS-607", Name = "groups", Value = 0 } },
            Off = { new Off { ListEntry = 4711 } },
        };
        SettingsCheck.Of(settings, RuleSets.Newest).Select(fault => fault.Field)
            .ShouldBe(["risen[0]", "risen[1]", "risen[2]", "thresholds[0]", "thresholds[1]", "off[0]", "s16la_in_force_from"]);
    }

    [Fact]
    public void A_rule_that_may_rise_and_a_threshold_within_its_bounds_are_followed()
    {
        var settings = new Settings
        {
            S16LaInForceFrom = "2027-04-01",
            Risen = { new Risen { RuleId = "IS-103", From = "2026-01-01" } },
            Thresholds = { new Threshold { RuleId = "IS-302", Name = "reports", Value = 2 } },
            Off = { new Off { ListEntry = 38, AgencyKind = Party.Types.AgencyKind.Police } },
        };
        SettingsCheck.Of(settings, RuleSets.Newest).ShouldBeEmpty();
    }

    [Fact]
    public void No_setting_lowers_a_rule()
    {
        // Whatever is set, a refusal of the first release stays one.
        var settings = new Settings();
        foreach (var rule in RuleSets.Newest.All) settings.Risen.Add(new Risen { RuleId = rule.Card.Id, From = "2026-01-01" });
        foreach (var known in ProductSettings.All)
            foreach (var extreme in new[] { -1e9, known.Lowest - 1, known.Highest + 1, 1e9, double.NaN, double.PositiveInfinity })
                settings.Thresholds.Add(new Threshold { RuleId = known.RuleId, Name = known.Name, Value = extreme });
        foreach (var golden in GoldenCases.All)
        {
            var first = Judge(golden.Make(), new());
            var set = Judge(golden.Make(), settings);
            foreach (var finding in first.Findings)
                set.Findings.ShouldContain(other => other.RuleId == finding.RuleId && other.Field == finding.Field && other.Variant == finding.Variant && other.Severity <= finding.Severity, golden.Id);
        }
    }

    [Fact]
    public void A_safety_rule_that_withholds_stays_whatever_is_set()
    {
        var settings = new Settings { Risen = { new Risen { RuleId = "IS-816", From = "2026-01-01" }, new Risen { RuleId = "IS-607", From = "2026-01-01" } } };
        var transfer = GoldenCases.Get("18").Make();
        Judge(transfer, settings).Withheld.Select(one => one.RuleId).ShouldContain("IS-816");
        SettingsCheck.Of(settings, RuleSets.Newest).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(24, 0)]
    [InlineData(101, 1)] // over its bound: 25 is used, which the reasoning of 24 words falls short of
    public void A_threshold_outside_its_bounds_is_not_followed(double words, int findings)
    {
        var transfer = Samples.Complete();
        transfer.Decisions.Single(decision => decision.Item.Id == "D1").Reasoning.Text_ =
            "Police saw her bruises twice; the midwife agrees, and he has breached bail. Only six quiet months and a conviction would change our mind.";
        var settings = new Settings { Thresholds = { new Threshold { RuleId = "IS-102", Name = "words", Value = words } } };
        Judge(transfer, settings).Findings.Count(finding => finding.RuleId == "IS-102").ShouldBe(findings);
    }

    [Fact]
    public void Every_threshold_that_a_rule_reads_is_listed_with_the_same_value_and_bounds_around_it()
    {
        var folder = Path.Combine(SharedData.RepositoryRoot, "services", "Validator");
        var read = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), """\.Threshold\("(IS-\w+)", "(\w+)", ([\d.]+)\)"""))
            .Select(call => (call.Groups[1].Value, call.Groups[2].Value, double.Parse(call.Groups[3].Value, CultureInfo.InvariantCulture))).Distinct().ToList();
        read.ShouldBe(ProductSettings.All.Select(one => (one.RuleId, one.Name, one.FirstRelease)), ignoreOrder: true);
        foreach (var one in ProductSettings.All) one.Allows(one.FirstRelease).ShouldBeTrue(one.RuleId);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("2026-11-03", false)]
    [InlineData("2026-11-02", true)]
    public void The_new_duty_is_in_force_only_from_the_day_that_a_setting_names(string from, bool inForce) =>
        NewDuty.IsInForce(new() { S16LaInForceFrom = from }, new(2026, 11, 2)).ShouldBe(inForce);

    [Theory]
    [InlineData("", "2026-11-03")] // one working day, as in the first release
    [InlineData("E08000035", "2026-11-04")]
    [InlineData("E08000028", "2026-11-03")] // another area's
    public void An_area_sets_how_long_what_is_owed_is_given(string area, string due)
    {
        var settings = new Settings();
        if (area.Length > 0) settings.Clocks.Add(new Clock { AreaGss = area, Name = "owed_decisions", Unit = Clock.Types.Unit.WorkingDays, Length = 2 });
        var transfer = GoldenCases.Get("1b").Make();
        transfer.Kind = Transfer.Types.Kind.Notification;
        transfer.Alert.HandOverToFollow = true;
        London(Judge(transfer, settings).Owed.Single(owed => owed.RuleId == "IS-102")).ShouldBe(due);
    }

    private static string London(Owed owed) => Validator.Clocks.London.DayOf(owed.Due.ToDateTimeOffset()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Report Judge(Transfer transfer, Settings settings) => RuleSets.Newest.Judge(transfer, new() { At = Samples.JudgedOn, Settings = settings });
}
