using InfoSharing.V1;
using InfoSharing.Validator.Rules.EachChild;
using Booked = InfoSharing.V1.ChildAssessment.Types.Unborn.Types.Booked;
using Unborn = InfoSharing.V1.ChildAssessment.Types.Unborn;

namespace InfoSharing.Tests.Unit.Rules.EachChild;

public sealed class UnbornChildIsExpectedTests
{
    private static readonly UnbornChildIsExpected Rule = new();

    [Fact]
    public void A_baby_whom_everybody_expects_passes() => Judge(_ => { }).Findings.ShouldBeEmpty();

    [Fact]
    public void What_is_missing_is_listed_and_owed_in_one_day()
    {
        var report = Judge(unborn =>
        {
            unborn.BirthPlan = null;
            unborn.Told.RemoveAt(3);
        });
        report.Lines().ShouldBe(["Warn child_assessments[AP7].unborn child=P7 list=birth_plan,told"]);
        report.OwedLines().ShouldBe(["child_assessments[AP7].unborn child=P7 list=birth_plan,told, 1 WorkingDays"]);
    }

    [Theory]
    [InlineData("2027-03-23", null)] // 19 weeks and 6 days
    [InlineData("2027-03-22", "Warn")] // 20 weeks
    [InlineData("2026-12-29", "Warn")] // 31 weeks and 6 days
    [InlineData("2026-12-28", "Escalate")] // 32 weeks
    public void It_warns_from_20_weeks_and_tells_somebody_from_32(string expected, string? severity) =>
        Judge(unborn => unborn.BirthPlan = null, expected).Lines().ShouldBe(severity is null ? [] : [$"{severity} child_assessments[AP7].unborn child=P7 list=birth_plan"]);

    [Fact]
    public void The_weeks_are_settings() => With(unborn => unborn.BirthPlan = null, "2027-01-11").JudgedBy(Rule, Given.With("IS-408", "escalate_weeks", 28)).Lines()[0].ShouldStartWith("Escalate");

    [Fact]
    public void Without_an_expected_day_that_is_what_is_missing() => Judge(_ => { }, "").Lines().ShouldBe(["Warn persons[P7].expected_on child=P7 list=expected_on"]);

    [Theory]
    [InlineData(Booked.Unbooked)]
    [InlineData(Booked.NotKnown)]
    public void Unbooked_and_not_known_are_answers(Booked booked) => Judge(unborn => unborn.Booked = booked).Findings.ShouldBeEmpty();

    [Fact]
    public void Why_a_service_was_not_told_is_an_answer() => Judge(unborn =>
    {
        unborn.Told[0].On = "";
        unborn.Told[0].OrWhyNot = Given.Written("The ward in Leeds is not safe: his aunt works there.");
    }).Findings.ShouldBeEmpty();

    [Fact]
    public void Nothing_said_lists_it_all() => Given.Clean(t =>
    {
        NewChild(t, "2027-01-11");
        t.ChildAssessments.RemoveAt(3);
    }).JudgedBy(Rule).Lines().ShouldBe(["Warn child_assessments child=P7 list=booked,pre_birth_assessment,birth_plan,told,children_removed"]);

    [Fact]
    public void A_baby_who_was_born_is_not_expected() => Judge(unborn => (unborn.BirthPlan, unborn.BornAs) = (null, "P4")).Findings.ShouldBeEmpty();

    [Fact]
    public void It_may_rise_on_a_transfer_in_alone()
    {
        With(unborn => unborn.BirthPlan = null, "2027-01-11").JudgedBy(Rule, Given.Risen("IS-408")).Lines()[0].ShouldStartWith("Refuse");
        var full = With(unborn => unborn.BirthPlan = null, "2027-01-11");
        full.Kind = Transfer.Types.Kind.FullTransfer;
        full.JudgedBy(Rule, Given.Risen("IS-408")).Lines()[0].ShouldStartWith("Warn");
    }

    [Fact]
    public void On_an_alert_it_is_owed_and_is_no_finding()
    {
        var report = With(unborn => unborn.BirthPlan = null, "2027-01-11").AsAlert().JudgedBy(Rule);
        report.Findings.ShouldBeEmpty();
        report.OwedLines().ShouldBe(["child_assessments[AP7].unborn child=P7 list=birth_plan, 1 WorkingDays"]);
    }

    private static Report Judge(Action<Unborn> change, string expected = "2027-01-11") => With(change, expected).JudgedBy(Rule);

    private static Transfer With(Action<Unborn> change, string expected) => Given.Clean(t =>
    {
        NewChild(t, expected);
        change(t.ChildAssessments[3].Unborn);
    });

    private static void NewChild(Transfer transfer, string expected)
    {
        transfer.Persons.Add(Given.Json<Person>($$"""{ "ref": "P7", "roles": ["UNBORN"], "expectedOn": "{{expected}}", "inMovingHousehold": "YES" }"""));
        transfer.ChildAssessments.Add(Given.Json<ChildAssessment>("""
            {
              "item": { "id": "AP7" }, "child": "P7",
              "unborn": {
                "booked": "BOOKED", "whyNone": { "text": "Begun on 26 October." }, "birthPlan": { "text": "A side room, and no visitors." }, "childrenRemoved": "NO",
                "told": [
                  { "whom": "MIDWIFE", "side": "OLD", "on": "2026-10-13" }, { "whom": "MIDWIFE", "side": "NEW", "on": "2026-10-13" },
                  { "whom": "HEALTH_VISITOR", "side": "OLD", "on": "2026-10-13" }, { "whom": "HEALTH_VISITOR", "side": "NEW", "on": "2026-10-13" }
                ]
              }
            }
            """));
    }
}
