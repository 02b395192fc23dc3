using Google.Protobuf;
using InfoSharing.V1;
using InfoSharing.Validator.Rules;
using InfoSharing.Validator.Shapes;

namespace InfoSharing.Tests.Unit.Golden;

/// <summary>The golden cases of rules.md (d): each is the clean transfer with a single change, and fires exactly its rules.</summary>
public class GoldenTests
{
    private static readonly HashSet<string> Built = [.. RuleSets.Newest.Rules.Select(rule => rule.Card.Id)];

    public static TheoryData<string> Ids()
    {
        var ids = new TheoryData<string>();
        foreach (var one in GoldenCases.All) ids.Add(one.Id);
        return ids;
    }

    public static TheoryData<string> RefusedIds()
    {
        var ids = new TheoryData<string>();
        foreach (var one in GoldenCases.All)
            if (one.FiresWith(Built).Any(finding => finding.Severity == Finding.Types.Severity.Refuse)) ids.Add(one.Id);
        return ids;
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_case_fires_exactly_its_rules(string id)
    {
        var golden = GoldenCases.Get(id);
        var report = Judge(golden.Make());
        report.Findings.Select(finding => new Expected(finding.RuleId, finding.Severity, finding.Field)).ShouldBe(golden.FiresWith(Built), golden.Story);
        report.Owed.Select(owed => owed.RuleId + owed.Item).Order().ShouldBe(golden.OwedWith(Built).Order(), golden.Story);
        report.Handover.ShouldBe(golden.MayGoWith(Built) ? Report.Types.Handover.MayGo : Report.Types.Handover.Refused, golden.Story);
        report.ChildrenBlocked.ShouldBe(golden.ChildrenBlockedWith(Built), golden.Story);
        report.Findings.Where(finding => finding.OverriddenBy.Length > 0).Select(finding => finding.RuleId).ShouldBe(golden.OverriddenRule.Length > 0 ? [golden.OverriddenRule] : []);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Sent_as_an_alert_no_case_is_refused(string id)
    {
        var transfer = GoldenCases.Get(id).Make();
        transfer.Kind = Transfer.Types.Kind.Notification;
        var report = Judge(transfer);
        report.Handover.ShouldBe(Report.Types.Handover.MayGo);
        report.Findings.ShouldNotContain(finding => finding.Severity == Finding.Types.Severity.Refuse);
    }

    [Theory]
    [MemberData(nameof(RefusedIds))]
    public void Sent_as_an_alert_with_the_hand_over_to_follow_each_refusal_is_owed(string id)
    {
        var golden = GoldenCases.Get(id);
        var transfer = golden.Make();
        transfer.Kind = Transfer.Types.Kind.Notification;
        (transfer.Alert ??= new()).HandOverToFollow = true;
        var owed = Judge(transfer).Owed.Select(one => one.RuleId).ToHashSet();
        foreach (var refused in golden.FiresWith(Built).Where(finding => finding.Severity == Finding.Types.Severity.Refuse))
            owed.ShouldContain(refused.RuleId);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_finding_holds_a_name_a_date_an_identifier_or_a_phrase_of_the_case(string id)
    {
        var transfer = GoldenCases.Get(id).Make();
        var report = Judge(transfer);
        var said = JsonFormatter.Default.Format(report);
        foreach (var secret in Secrets.Of(transfer)) said.ShouldNotContain(secret, Shouldly.Case.Sensitive);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_case_has_a_shape_that_can_be_judged(string id) => ShapeCheck.Of(GoldenCases.Get(id).Make()).ShouldBeEmpty();

    [Fact]
    public void The_clean_transfer_and_the_large_one_have_no_finding_and_nothing_owed()
    {
        foreach (var transfer in new[] { Samples.Complete(), Samples.Large() })
        {
            var report = Judge(transfer);
            report.Findings.ShouldBeEmpty();
            report.Owed.ShouldBeEmpty();
            report.Undecided.ShouldBeEmpty();
            report.Handover.ShouldBe(Report.Types.Handover.MayGo);
        }
    }

    [Fact]
    public void The_order_of_the_input_changes_nothing()
    {
        foreach (var golden in GoldenCases.All)
        {
            var transfer = golden.Make();
            var report = Judge(transfer);
            Reverse(transfer);
            var reversed = Judge(transfer);
            // An override is named by its position; there is one.
            reversed.ShouldBe(report, golden.Id);
        }
    }

    private static Report Judge(Transfer transfer) => RuleSets.Newest.Judge(transfer, new() { At = Samples.JudgedOn });

    // Every list of items or people; the lists inside one item keep their order, which has meaning there (names, address lines).
    private static void Reverse(Transfer transfer)
    {
        foreach (var field in Transfer.Descriptor.Fields.InDeclarationOrder())
        {
            if (!field.IsRepeated) continue;
            var list = (System.Collections.IList)field.Accessor.GetValue(transfer);
            var items = list.Cast<object>().Reverse().ToList();
            list.Clear();
            foreach (var item in items) list.Add(item);
        }
    }
}
