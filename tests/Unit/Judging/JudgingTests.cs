using Google.Protobuf.WellKnownTypes;
using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using Kind = InfoSharing.V1.Transfer.Types.Kind;
using Role = InfoSharing.V1.Person.Types.Role;
using Severity = InfoSharing.V1.Finding.Types.Severity;

namespace InfoSharing.Tests.Unit.Judging;

public class JudgingTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Findings_come_worst_first_and_then_by_field()
    {
        var report = Judge(Family(Kind.FullTransfer),
            new Finds("IS-991", Severity.Advise, "a"), new Finds("IS-992", Severity.Warn, "b"), new Finds("IS-993", Severity.Warn, "a"), new Finds("IS-994", Severity.Refuse, "z"));
        report.Findings.Select(finding => finding.RuleId).ShouldBe(["IS-994", "IS-993", "IS-992", "IS-991"]);
    }

    [Fact]
    public void A_refusing_finding_without_a_child_refuses_the_hand_over()
    {
        var report = Judge(Family(Kind.FullTransfer), new Finds("IS-991", Severity.Refuse, "decisions"));
        report.Handover.ShouldBe(Report.Types.Handover.Refused);
        report.ChildrenBlocked.ShouldBeEmpty();
    }

    [Fact]
    public void A_refusing_finding_that_names_a_child_blocks_that_child_and_the_others_go()
    {
        var report = Judge(Family(Kind.FullTransfer), new Finds("IS-991", Severity.Refuse, "court") { Child = "P2" });
        report.Handover.ShouldBe(Report.Types.Handover.MayGo);
        report.ChildrenBlocked.ShouldBe(["P2"]);
    }

    [Fact]
    public void When_every_moving_child_is_blocked_the_hand_over_is_refused()
    {
        var report = Judge(Family(Kind.FullTransfer), new Finds("IS-991", Severity.Refuse, "court") { Child = "P2" }, new Finds("IS-992", Severity.Refuse, "court") { Child = "P3" });
        report.Handover.ShouldBe(Report.Types.Handover.Refused);
    }

    [Theory]
    [InlineData(Kind.Notification)]
    [InlineData(Kind.MissingFamilyAlert)]
    public void No_rule_refuses_an_alert(Kind kind)
    {
        var report = Judge(Family(kind), new Finds("IS-991", Severity.Refuse, "decisions") { Applies = TransferKinds.All });
        report.Handover.ShouldBe(Report.Types.Handover.MayGo);
        report.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void What_would_refuse_is_owed_on_an_alert_whose_hand_over_follows()
    {
        var alert = Family(Kind.Notification);
        alert.Alert = new() { HandOverToFollow = true };
        var owed = Judge(alert, new Finds("IS-991", Severity.Refuse, "decisions")).Owed.ShouldHaveSingleItem();
        owed.RuleId.ShouldBe("IS-991");
        owed.Due.ShouldBe(Timestamp.FromDateTimeOffset(new(2026, 11, 3, 23, 59, 59, TimeSpan.Zero)));
    }

    [Fact]
    public void A_row_marked_N_owed_stands_in_owed_and_not_in_findings()
    {
        var report = Judge(Family(Kind.Notification), new Finds("IS-991", Severity.Refuse, "told") { Owed = TransferKinds.Alerts });
        report.Findings.ShouldBeEmpty();
        report.Owed.ShouldHaveSingleItem().RuleId.ShouldBe("IS-991");
    }

    [Fact]
    public void A_row_marked_H_owed_stands_in_both()
    {
        var report = Judge(Family(Kind.FullTransfer), new Finds("IS-991", Severity.Warn, "chronology") { Owed = TransferKinds.HandOvers });
        report.Findings.ShouldHaveSingleItem();
        report.Owed.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_managers_complete_override_lets_the_hand_over_go_and_makes_the_item_owed_by_its_date()
    {
        var transfer = Family(Kind.FullTransfer);
        transfer.Overrides.Add(Override());
        var report = Judge(transfer, new Finds("IS-991", Severity.Refuse, "decisions"));
        report.Handover.ShouldBe(Report.Types.Handover.MayGo);
        report.Findings.ShouldHaveSingleItem().OverriddenBy.ShouldBe("overrides[0]");
        report.Owed.ShouldHaveSingleItem().Due.ShouldBe(Timestamp.FromDateTimeOffset(new(2026, 11, 20, 23, 59, 59, TimeSpan.Zero)));
    }

    [Fact]
    public void What_is_owed_comes_soonest_first_beyond_the_year_2038_too()
    {
        var transfer = Family(Kind.FullTransfer);
        foreach (var (rule, day) in new[] { ("IS-991", "2099-12-31"), ("IS-992", "2026-11-16") })
        {
            var answer = Override();
            (answer.RuleId, answer.RightBy) = (rule, day);
            transfer.Overrides.Add(answer);
        }

        Judge(transfer, new Finds("IS-991", Severity.Refuse, "a"), new Finds("IS-992", Severity.Refuse, "b")).Owed.Select(owed => owed.RuleId).ShouldBe(["IS-992", "IS-991"]);
    }

    [Fact]
    public void An_override_whose_reason_says_nothing_overrides_nothing()
    {
        var transfer = Family(Kind.FullTransfer);
        transfer.Overrides.Add(Override());
        transfer.Overrides[0].Reason.Text_ = "As discussed.";
        Judge(transfer, new Finds("IS-991", Severity.Refuse, "decisions")).Handover.ShouldBe(Report.Types.Handover.Refused);
    }

    [Fact]
    public void A_safety_rule_cannot_be_overridden()
    {
        var transfer = Family(Kind.FullTransfer);
        transfer.Overrides.Add(Override());
        Judge(transfer, new Finds("IS-991", Severity.Refuse, "decisions") { Overridable = false }).Handover.ShouldBe(Report.Types.Handover.Refused);
    }

    [Theory]
    [InlineData("2026-11-02", Severity.Refuse)]
    [InlineData("2026-11-03", Severity.Warn)] // not yet in force
    public void A_partnerships_setting_turns_a_rule_up_from_its_day(string from, Severity severity)
    {
        var settings = new Settings { Risen = { new Settings.Types.Risen { RuleId = "IS-991", From = from } } };
        var report = Judge(Family(Kind.FullTransfer), settings, new Finds("IS-991", Severity.Warn, "decisions") { MayRise = true });
        report.Findings.ShouldHaveSingleItem().Severity.ShouldBe(severity);
    }

    [Fact]
    public void A_setting_does_not_turn_up_a_rule_that_may_not_rise()
    {
        var settings = new Settings { Risen = { new Settings.Types.Risen { RuleId = "IS-991", From = "2026-01-01" } } };
        Judge(Family(Kind.FullTransfer), settings, new Finds("IS-991", Severity.Warn, "decisions")).Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warn);
    }

    [Fact]
    public void What_could_not_be_decided_or_told_is_listed_and_blocks_nothing()
    {
        var report = Judge(Family(Kind.FullTransfer), new Doubts("IS-991"));
        report.Handover.ShouldBe(Report.Types.Handover.MayGo);
        report.Undecided.ShouldHaveSingleItem().Field.ShouldBe("persons[P1].date_of_birth");
        report.CannotTell.ShouldHaveSingleItem().RuleId.ShouldBe("IS-991");
    }

    [Fact]
    public void A_crisis_without_a_call_owes_it_within_the_hour_and_a_nameless_child_owes_identity()
    {
        var alert = Family(Kind.Notification);
        alert.Urgency = Transfer.Types.Urgency.Crisis;
        alert.Persons[1].Names.Clear();
        var report = Judge(alert);
        report.Owed.Select(owed => owed.Item).ShouldBe(["call_record", "identity"]);
        report.Owed[0].Due.ShouldBe(Timestamp.FromDateTimeOffset(Monday.AddHours(1)));
        report.Owed[1].Params["child"].ShouldBe("P2");
    }

    [Fact]
    public void A_report_carries_the_texts_of_the_rules_that_it_names_once()
    {
        var report = Judge(Family(Kind.FullTransfer), new Finds("IS-991", Severity.Warn, "a"), new Finds("IS-991", Severity.Warn, "b"));
        report.Texts.ShouldHaveSingleItem().Template.ShouldBe("A message.");
    }

    private static Report Judge(Transfer transfer, params Rule[] rules) => Judge(transfer, new Settings(), rules);

    private static Report Judge(Transfer transfer, Settings settings, params Rule[] rules) =>
        new RuleSet("test", new(2026, 1, 1), rules).Judge(transfer, new() { At = Monday, Settings = settings });

    private static Transfer Family(Kind kind) => new()
    {
        Kind = kind,
        Persons = { Person("P1", Role.Parent), Person("P2", Role.Child), Person("P3", Role.Child) },
    };

    private static Person Person(string personRef, Role role) => new()
    {
        Ref = personRef,
        Roles = { role },
        InMovingHousehold = YesNo.Yes,
        DateOfBirth = "2015-01-01",
        Names = { new Person.Types.Name { Given = "Given", Family = "Family" } },
    };

    private static Override Override() => new()
    {
        RuleId = "IS-991",
        Reason = new() { Text_ = "The worker has died and the records were lost in the fire; the other area has been asked." },
        By = new() { Name = "A manager", Role = "team manager" },
        At = Timestamp.FromDateTimeOffset(Monday),
        RightBy = "2026-11-20",
    };

    private sealed class Finds(string id, Severity severity, string field) : Rule
    {
        public TransferKinds Applies { get; init; } = TransferKinds.HandOvers;
        public TransferKinds Owed { get; init; }
        public bool MayRise { get; init; }
        public bool Overridable { get; init; } = true;
        public string Child { get; init; } = "";

        public override RuleCard Card => new(id, RuleGroup.Reasoning, severity)
        {
            Message = "A message.", Remedy = "A remedy.", Source = "A source.", Applies = Applies, Owed = Owed, MayRise = MayRise, Overridable = Overridable,
        };

        internal override void Judge(Case c, Findings found)
        {
            if (Child.Length > 0) found.Fire(field, ("child", Child));
            else found.Fire(field);
        }
    }

    private sealed class Doubts(string id) : Rule
    {
        public override RuleCard Card => new(id, RuleGroup.Reasoning, Severity.Warn) { Message = "M", Remedy = "R", Source = "S" };

        internal override void Judge(Case c, Findings found)
        {
            found.Undecided("persons[P1].date_of_birth");
            found.CannotTell();
        }
    }
}
