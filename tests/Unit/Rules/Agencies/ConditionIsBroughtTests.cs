using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using Answer = InfoSharing.V1.NotHeld.Types.Answer;
using Kind = InfoSharing.V1.Condition.Types.Kind;
using Role = InfoSharing.V1.Person.Types.Role;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Tests.Unit.Rules.Agencies;

/// <summary>Orders, bail and licence are asked alike: a condition of the kind, none, or not known, for each who causes harm.</summary>
public abstract class ConditionIsBroughtTests(Rule rule, Kind kind, What what)
{
    [Fact]
    public void Nothing_said_fires_for_each_who_causes_harm_and_is_owed()
    {
        var report = Family().JudgedBy(rule);
        report.Lines().ShouldBe(["Warn conditions person=P5", "Warn conditions person=P6"]);
        report.OwedLines().ShouldBe(["conditions person=P5, 5 WorkingDays", "conditions person=P6, 5 WorkingDays"]);
    }

    [Fact]
    public void A_condition_of_the_kind_answers_for_its_person_alone()
    {
        var transfer = Family();
        transfer.Conditions.Add(new Condition { Person = "P5", Kind = kind, Ask = "the force" });
        transfer.JudgedBy(rule).Lines().ShouldBe(["Warn conditions person=P6"]);
    }

    [Fact]
    public void A_condition_of_another_kind_answers_nothing()
    {
        foreach (var other in Enum.GetValues<Kind>().Where(other => other != kind))
        {
            var transfer = Family();
            transfer.Conditions.Add(new Condition { Person = "P5", Kind = other });
            transfer.Conditions.Add(new Condition { Person = "P6", Kind = other });
            transfer.JudgedBy(rule).Findings.Count.ShouldBe(2, $"{other}");
        }
    }

    [Theory]
    [InlineData(Answer.None, 0)]
    [InlineData(Answer.NotKnown, 0)]
    [InlineData(Answer.Unspecified, 2)]
    public void None_and_not_known_are_answers_and_blank_is_not(Answer answer, int findings)
    {
        var transfer = Family();
        transfer.NotHeld.Add(new NotHeld { What = what, Answer = answer });
        transfer.JudgedBy(rule).Findings.Count.ShouldBe(findings);
    }

    [Fact]
    public void An_answer_about_one_person_leaves_the_other_open()
    {
        var transfer = Family();
        transfer.NotHeld.Add(new NotHeld { What = what, Answer = Answer.None, About = { "P6" } });
        transfer.JudgedBy(rule).Lines().ShouldBe(["Warn conditions person=P5"]);
    }

    [Fact]
    public void Nobody_who_causes_harm_is_nobody_to_ask_about() => Given.Family(Given.Adult("P1", Role.Victim)).JudgedBy(rule).Findings.ShouldBeEmpty();

    [Fact]
    public void An_alert_goes_without_it() => Family().AsAlert().JudgedBy(rule).OwedLines().ShouldBeEmpty();

    private static Transfer Family() => Given.Family(Given.Adult("P1", Role.Victim), Given.Adult("P5", Role.AllegedPerpetrator), Given.Adult("P6", Role.AllegedPerpetrator), Given.Child("P2"));
}
