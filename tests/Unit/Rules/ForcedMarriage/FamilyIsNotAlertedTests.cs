using InfoSharing.V1;
using InfoSharing.Validator.Rules.ForcedMarriage;
using static InfoSharing.V1.DisclosureControls.Types;
using Group = InfoSharing.V1.DisclosureControls.Types.MustNotAlert.Types.Group;
using SetBy = InfoSharing.V1.DisclosureControls.Types.MustNotAlert.Types.SetBy;

namespace InfoSharing.Tests.Unit.Rules.ForcedMarriage;

public sealed class FamilyIsNotAlertedTests
{
    private const string Finding = "disclosure_controls.must_not_alert person=P2";
    private static readonly FamilyIsNotAlerted Rule = new();

    [Fact]
    public void The_three_groups_pass_with_somebody_taken_out()
    {
        var transfer = Feared(Group.Family, Group.ExtendedFamily, Group.Community);
        transfer.DisclosureControls.MustNotAlert[0].Except.Add("P1");
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Group.Family, Group.ExtendedFamily)]
    [InlineData(Group.Family, Group.Community)]
    [InlineData(Group.ExtendedFamily, Group.Community)]
    [InlineData(Group.Unspecified, Group.Unspecified)]
    public void A_missing_group_is_refused(Group one, Group other) => Feared(one, other).JudgedBy(Rule).Lines().ShouldBe(["Refuse " + Finding]);

    [Fact]
    public void One_person_named_is_not_the_family()
    {
        var transfer = Feared();
        transfer.DisclosureControls.MustNotAlert.Add(new MustNotAlert { Person = "P5" });
        transfer.JudgedBy(Rule).Lines().ShouldBe(["Refuse " + Finding]);
    }

    [Fact]
    public void Without_fear_of_it_nothing_is_asked() => Given.Family(Given.Child("P2")).JudgedBy(Rule).Findings.ShouldBeEmpty();

    [Fact]
    public void An_order_in_force_asks_and_an_ended_one_does_not()
    {
        var transfer = Given.Family(Given.Child("P2"));
        transfer.ForcedMarriage = new() { Fmpos = { new V1.ForcedMarriage.Types.Fmpo { Protected = "P2", ExpiresOn = "2026-10-12" } } };
        transfer.JudgedBy(Rule).Lines().ShouldBe(["Refuse " + Finding]);
        transfer.ForcedMarriage.Fmpos[0].ExpiresOn = "2026-10-11";
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void It_cannot_be_overridden()
    {
        var transfer = Feared();
        transfer.Overrides.Add(new Override { RuleId = "IS-607", Reason = Given.Written("We judged it safe for now"), By = Given.Worker, At = new(), RightBy = "2026-12-01" });
        transfer.JudgedBy(Rule).Handover.ShouldBe(Report.Types.Handover.Refused);
    }

    [Fact]
    public void On_an_alert_it_is_owed_until_a_person_has_answered()
    {
        var alert = Feared(Group.Family, Group.ExtendedFamily, Group.Community).AsAlert();
        alert.JudgedBy(Rule).Owed.ShouldNotContain(one => one.RuleId == "IS-607");
        foreach (var one in alert.DisclosureControls.MustNotAlert) one.SetBy = SetBy.Default;
        var report = alert.JudgedBy(Rule);
        report.Findings.ShouldBeEmpty();
        report.OwedLines().ShouldBe([Finding + ", 1 WorkingDays"]);
    }

    private static Transfer Feared(params Group[] groups)
    {
        var transfer = Given.Family(Given.Child("P2", 17));
        transfer.ForcedMarriage = new() { Suspected = { "P2" } };
        transfer.DisclosureControls = new();
        foreach (var group in groups) transfer.DisclosureControls.MustNotAlert.Add(new MustNotAlert { Group = group, SetBy = SetBy.Person });
        return transfer;
    }
}
