using Google.Protobuf.WellKnownTypes;
using InfoSharing.V1;
using InfoSharing.Validator.Rules;
using Why = InfoSharing.V1.OverrideNotTaken.Types.Why;

namespace InfoSharing.Tests.Unit.Judging;

public class OverridesTests
{
    private static readonly DateTimeOffset Friday = new(2026, 10, 30, 18, 5, 0, TimeSpan.Zero);

    [Fact]
    public void A_complete_override_lets_the_case_go_and_is_named_in_no_fault()
    {
        var report = Judge(Override());
        report.Handover.ShouldBe(Report.Types.Handover.MayGo);
        report.OverridesNotTaken.ShouldBeEmpty();
        report.Owed.ShouldHaveSingleItem().OverriddenBy.ShouldBe("overrides[0]");
    }

    [Theory]
    [InlineData(Transfer.Types.Urgency.Crisis)]
    [InlineData(Transfer.Types.Urgency.NonCrisis)]
    [InlineData(Transfer.Types.Urgency.PostCrisis)]
    public void It_may_be_made_in_any_urgency(Transfer.Types.Urgency urgency) =>
        Judge(Override(), transfer => transfer.Urgency = urgency).Findings.Single(finding => finding.RuleId == "IS-102").OverriddenBy.ShouldBe("overrides[0]");

    public static TheoryData<string, Why> Faults() => new()
    {
        { "reason", Why.NoReason },
        { "token", Why.NoReason },
        { "date", Why.NoDate },
        { "date before the override", Why.NoDate },
        { "manager", Why.NoManager },
        { "manager's name", Why.NoManager },
        { "manager's role", Why.NoManager },
        { "time", Why.NoManager },
        { "rule", Why.UnknownRule },
        { "safety rule", Why.NeverOverridden },
        { "rule that does not refuse", Why.NothingToOverride },
        { "field", Why.NothingToOverride },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void An_override_that_lacks_something_overrides_nothing_and_the_report_says_why(string fault, Why why)
    {
        var report = Judge(With(fault));
        report.Handover.ShouldBe(Report.Types.Handover.Refused);
        var one = report.OverridesNotTaken.ShouldHaveSingleItem();
        (one.Override, one.Why).ShouldBe(("overrides[0]", why));
        report.Owed.ShouldBeEmpty();
    }

    [Fact]
    public void The_day_of_the_override_itself_is_a_date_by_which_it_is_put_right()
    {
        var one = Override();
        one.RightBy = "2026-11-02";
        Judge(one).Handover.ShouldBe(Report.Types.Handover.MayGo);
    }

    [Fact]
    public void Out_of_hours_the_manager_spoken_to_is_named_and_owes_the_confirmation_by_the_next_working_day()
    {
        var report = Judge(Spoken());
        report.Handover.ShouldBe(Report.Types.Handover.MayGo);
        report.Owed.Select(owed => owed.RuleId + owed.Item).ShouldBe(["override_confirmation", "IS-102"]);
        // Spoken to on a Friday evening: Monday's last second in London.
        report.Owed[0].Due.ShouldBe(Timestamp.FromDateTimeOffset(new(2026, 11, 2, 23, 59, 59, TimeSpan.Zero)));
        report.Owed[0].Field.ShouldBe("overrides[0].confirmed_at");
    }

    [Fact]
    public void Confirmed_it_owes_the_item_alone()
    {
        var one = Spoken();
        one.ConfirmedAt = Timestamp.FromDateTimeOffset(new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
        Judge(one).Owed.Select(owed => owed.RuleId + owed.Item).ShouldBe(["IS-102"]);
    }

    [Theory]
    [InlineData("2026-11-02T23:59:59Z", Why.Unspecified)]
    [InlineData("2026-11-03T00:00:00Z", Why.NotConfirmed)]
    public void What_nobody_confirmed_in_time_answers_nothing_any_more(string at, Why why)
    {
        var transfer = Refused();
        transfer.Overrides.Add(Spoken());
        var report = RuleSets.Newest.Judge(transfer, new() { At = DateTimeOffset.Parse(at), FirstSentOn = new(2026, 10, 30) });
        (report.OverridesNotTaken.SingleOrDefault()?.Why ?? Why.Unspecified).ShouldBe(why);
        report.Handover.ShouldBe(why == Why.Unspecified ? Report.Types.Handover.MayGo : Report.Types.Handover.Refused);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("role")]
    [InlineData("time")]
    public void A_manager_spoken_to_needs_name_role_and_time(string missing)
    {
        var one = Spoken();
        if (missing == "name") one.SpokenTo.Name = "";
        if (missing == "role") one.SpokenTo.Role = " ";
        if (missing == "time") one.SpokenAt = null;
        Judge(one).OverridesNotTaken.ShouldHaveSingleItem().Why.ShouldBe(Why.NoManager);
    }

    [Fact]
    public void What_a_manager_let_pass_stands_above_what_is_due_sooner()
    {
        var report = Judge(Override(), transfer =>
        {
            transfer.Urgency = Transfer.Types.Urgency.Crisis;
            transfer.CallRecord = null;
        });
        report.Owed[0].RuleId.ShouldBe("IS-102");
        report.Owed.Select(owed => owed.Item).ShouldContain("call_record");
    }

    [Fact]
    public void On_an_alert_there_is_nothing_to_override()
    {
        var transfer = Refused();
        transfer.Kind = Transfer.Types.Kind.Notification;
        transfer.Overrides.Add(Override());
        var report = RuleSets.Newest.Judge(transfer, new() { At = Samples.JudgedOn });
        report.OverridesNotTaken.ShouldBeEmpty();
        report.Handover.ShouldBe(Report.Types.Handover.MayGo);
    }

    [Fact]
    public void No_safety_rule_can_be_overridden_whatever_is_written()
    {
        foreach (var rule in RuleSets.Newest.All.Where(rule => !rule.Card.Overridable))
        {
            var one = Override();
            (one.RuleId, one.Field) = (rule.Card.Id, "");
            Judge(one).OverridesNotTaken.ShouldHaveSingleItem().Why.ShouldBe(Why.NeverOverridden, rule.Card.Id);
        }
    }

    private static Override With(string fault)
    {
        var one = Override();
        switch (fault)
        {
            case "reason": one.Reason = null; break;
            case "token": one.Reason.Text_ = "As discussed. See file."; break;
            case "date": one.RightBy = ""; break;
            case "date before the override": one.RightBy = "2026-11-01"; break;
            case "manager": one.By = null; break;
            case "manager's name": one.By.Name = ""; break;
            case "manager's role": one.By.Role = ""; break;
            case "time": one.At = null; break;
            case "rule": one.RuleId = "IS-999"; break;
            case "safety rule": one.RuleId = "IS-607"; break;
            case "rule that does not refuse": one.RuleId = "IS-101"; break;
            case "field": one.Field = "decisions[D2].reasoning"; break;
        }
        return one;
    }

    private static Report Judge(Override one, Action<Transfer>? change = null)
    {
        var transfer = Refused();
        change?.Invoke(transfer);
        transfer.Overrides.Add(one);
        return RuleSets.Newest.Judge(transfer, new() { At = Samples.JudgedOn });
    }

    private static Transfer Refused() => GoldenCases.Get("1b").Make();

    private static Override Override() => new()
    {
        RuleId = "IS-102",
        Field = "decisions[D1].reasoning",
        Reason = new() { Text_ = "The worker has died and the file was lost in the fire. The children have nobody in the new area; waiting for the reasons would leave them so." },
        By = new() { Name = "Daniel Mirza", Role = "team manager" },
        At = Timestamp.FromDateTimeOffset(Samples.JudgedOn),
        RightBy = "2026-11-16",
    };

    private static Override Spoken()
    {
        var one = Override();
        (one.By, one.At) = (null, null);
        (one.SpokenTo, one.SpokenAt) = (new() { Name = "Ruth Castellan", Role = "head of service" }, Timestamp.FromDateTimeOffset(Friday));
        return one;
    }
}
