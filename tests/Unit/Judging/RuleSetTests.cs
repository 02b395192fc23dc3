using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules;
using Severity = InfoSharing.V1.Finding.Types.Severity;

namespace InfoSharing.Tests.Unit.Judging;

public class RuleSetTests
{
    private static readonly RuleSet First = RuleSets.Newest;
    private static readonly DateOnly From = new(2027, 1, 1);

    [Theory]
    [InlineData("2026-12-31", "2026.1")]
    [InlineData("2027-01-01", "2027.1")]
    [InlineData("2031-06-01", "2027.1")]
    [InlineData("2001-01-01", "2026.1")] // before the first: the first
    public void A_transfer_is_judged_by_the_set_of_its_day(string day, string version) =>
        RuleSets.InForce([First, First.Next("2027.1", From)], DateOnly.Parse(day)).Version.ShouldBe(version);

    [Fact]
    public void The_day_is_Londons_day_of_the_first_Send_whenever_it_is_judged_again()
    {
        var context = new JudgingContext { At = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero), FirstSentOn = new(2026, 11, 2) };
        var report = RuleSets.Judge(Samples.Complete(), context);
        (report.Day, report.RuleSet).ShouldBe(("2026-11-02", "2026.1"));
    }

    [Fact]
    public void A_check_alone_is_judged_as_on_Londons_today()
    {
        // 23:30 UTC in June is the next day in London.
        var report = RuleSets.Judge(Samples.Complete(), new() { At = new(2026, 6, 30, 23, 30, 0, TimeSpan.Zero) });
        report.Day.ShouldBe("2026-07-01");
    }

    [Fact]
    public void Every_report_carries_the_version_of_its_set()
    {
        var next = First.Next("2027.1", From);
        next.Judge(Samples.Complete(), new() { At = Samples.JudgedOn }).RuleSet.ShouldBe("2027.1");
        First.Judge(Samples.Alert(), new() { At = Samples.JudgedOn }).RuleSet.ShouldBe("2026.1");
    }

    [Fact]
    public void A_text_and_a_severity_change_from_a_day_on_and_the_older_set_says_what_it_said()
    {
        var card = First.Find("IS-103")!.Card;
        var next = First.Next("2027.1", From, changed: [new("IS-103", card.Group, Severity.Refuse) { Message = "Other words.", Remedy = card.Remedy, Source = card.Source }]);
        var transfer = Samples.Complete();
        transfer.Decisions[0].MadeBy = null;

        var report = next.Judge(transfer, new() { At = Samples.JudgedOn });
        report.Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Refuse);
        report.Texts.ShouldHaveSingleItem().Template.ShouldBe("Other words.");
        First.Judge(transfer, new() { At = Samples.JudgedOn }).Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warn);
        next.Find("IS-103")!.Name.ShouldBe("DecisionNamesWhoMadeIt");
    }

    [Fact]
    public void A_retired_rule_judges_no_longer_and_its_id_is_never_used_again()
    {
        var next = First.Next("2027.1", From, retired: ["IS-103", "IS-P01"]);
        next.Find("IS-103").ShouldBeNull();
        next.Find("IS-P01").ShouldBeNull();
        Should.Throw<ArgumentException>(() => next.Next("2027.2", From.AddDays(1), added: [First.Find("IS-103")!])).Message.ShouldContain("never changes meaning");
    }

    [Fact]
    public void A_set_follows_the_one_before_it()
    {
        Should.Throw<ArgumentException>(() => First.Next("2026.2", First.InForceFrom));
        Should.Throw<ArgumentException>(() => First.Next(First.Version, From));
        Should.Throw<ArgumentException>(() => First.Next("2027.1", From, retired: ["IS-999"]));
        Should.Throw<ArgumentException>(() => First.Next("2027.1", From, added: [First.Find("IS-103")!]));
    }
}
