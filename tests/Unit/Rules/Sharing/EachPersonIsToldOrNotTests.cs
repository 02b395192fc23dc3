using InfoSharing.V1;
using InfoSharing.Validator.Rules.Sharing;
using Answer = InfoSharing.V1.Told.Types.Answer;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Tests.Unit.Rules.Sharing;

public sealed class EachPersonIsToldOrNotTests
{
    private static readonly EachPersonIsToldOrNot Rule = new();

    [Theory]
    [InlineData(Answer.Yes)]
    [InlineData(Answer.NoUnsafe)]
    [InlineData(Answer.NoNotYet)]
    [InlineData(Answer.NoNotReached)]
    public void Any_answer_for_each_passes(Answer answer) => With(answer, "P1", "P5", "P3").JudgedBy(Rule).Findings.ShouldBeEmpty();

    [Fact]
    public void Each_person_still_blank_is_refused_once() =>
        With(Answer.Yes, "P3").JudgedBy(Rule).Lines().ShouldBe(["Refuse told person=P1", "Refuse told person=P5"]);

    [Fact]
    public void An_entry_without_an_answer_is_blank() =>
        With(Answer.Unspecified, "P1", "P5", "P3").JudgedBy(Rule).Lines().ShouldBe(["Refuse told person=P1", "Refuse told person=P3", "Refuse told person=P5"]);

    [Fact]
    public void With_nobody_answered_for_it_is_refused_once_naming_all() => Family().JudgedBy(Rule).Lines().ShouldBe(["Refuse told person=P1,P3,P5"]);

    [Fact]
    public void A_listed_child_alone_is_enough_to_ask()
    {
        var child = Given.Child("P1", 3);
        child.InMovingHousehold = YesNo.Unspecified;
        Given.Family(child).JudgedBy(Rule).Lines().ShouldBe(["Refuse told person=P1"]);
    }

    [Fact]
    public void Without_a_child_a_victim_is_asked_about() =>
        Given.Family(Given.Adult("P1", Role.Victim), Given.Adult("P9")).JudgedBy(Rule).Lines().ShouldBe(["Refuse told person=P1"]);

    [Theory]
    [InlineData("2016-10-12", 1)]
    [InlineData("2016-10-13", 0)]
    public void A_moving_child_is_asked_about_from_10(string born, int findings)
    {
        var transfer = With(Answer.Yes, "P1", "P5");
        transfer.Persons.Single(one => one.Ref == "P3").DateOfBirth = born;
        transfer.JudgedBy(Rule).Findings.Count.ShouldBe(findings);
    }

    [Fact]
    public void Responsibility_for_a_child_who_does_not_move_is_not_asked_about()
    {
        var transfer = With(Answer.Yes, "P1", "P3");
        transfer.Persons.Single(one => one.Ref == "P5").ParentalResponsibilityFor.Clear();
        transfer.Persons.Single(one => one.Ref == "P5").ParentalResponsibilityFor.Add("P99");
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_birth_date_it_is_undecided_but_for_a_victim()
    {
        var transfer = With(Answer.Yes, "P9");
        foreach (var person in transfer.Persons) person.DateOfBirth = "";
        var report = transfer.JudgedBy(Rule);
        report.Lines().ShouldBe(["Refuse told person=P1"]);
        report.Undecided.Select(one => one.Field).ShouldBe(["persons[P3].date_of_birth", "persons[P4].date_of_birth", "persons[P5].date_of_birth"]);
    }

    [Fact]
    public void Somebody_who_has_died_and_an_unborn_child_are_not_asked_about()
    {
        var transfer = With(Answer.Yes, "P5", "P3");
        transfer.Persons.Single(one => one.Ref == "P1").DiedOn = "2026-09-01";
        transfer.Persons.Add(new Person { Ref = "P7", Roles = { Role.Unborn }, InMovingHousehold = YesNo.Yes });
        var report = transfer.JudgedBy(Rule);
        report.Findings.ShouldBeEmpty();
        report.Undecided.ShouldBeEmpty();
    }

    [Fact]
    public void On_an_alert_it_is_owed_once_in_a_working_day()
    {
        var alert = new Transfer { Kind = Transfer.Types.Kind.Notification, Urgency = Transfer.Types.Urgency.Crisis, Persons = { new Person { Ref = "P1", Roles = { Role.Child } } } };
        var report = alert.JudgedBy(Rule);
        report.Findings.ShouldBeEmpty();
        report.OwedLines().ShouldBe(["told person=P1, 1 WorkingDays"]);
        report.Owed.Select(one => one.Item + one.RuleId).Order().ShouldBe(["IS-804", "call_record", "identity"]);
    }

    // P1 mother and victim, P5 father, both responsible for P3 (16) and P4 (2); P9 a neighbour.
    private static Transfer Family()
    {
        var transfer = Given.Family(Given.Adult("P5"), Given.Adult("P1", Role.Victim), Given.Child("P3", 16), Given.Child("P4", 2), Given.Adult("P9"));
        foreach (var parent in transfer.Persons.Take(2)) parent.ParentalResponsibilityFor.Add(["P3", "P4"]);
        return transfer;
    }

    private static Transfer With(Answer answer, params string[] persons)
    {
        var transfer = Family();
        foreach (var person in persons) transfer.Told.Add(new Told { Person = person, Told_ = answer });
        return transfer;
    }
}
