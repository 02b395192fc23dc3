using InfoSharing.V1;
using InfoSharing.Validator.Rules.Sharing;
using Answer = InfoSharing.V1.SafeContact.Types.Answer;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Tests.Unit.Rules.Sharing;

public sealed class VictimCanBeReachedSafelyTests
{
    private const string Who = " person_causing_harm=P5,P6 victim=P1";
    private static readonly VictimCanBeReachedSafely Rule = new();

    [Fact]
    public void Known_and_safe_to_call_or_not_passes() =>
        With(new SafeContact { Person = "P1", Answer = Answer.Known, SafeToCall = YesNo.No }).JudgedBy(Rule).Findings.ShouldBeEmpty();

    [Fact]
    public void Known_through_somebody_passes() =>
        With(new SafeContact { Person = "P1", Answer = Answer.Known, Via = "the refuge" }).JudgedBy(Rule).Findings.ShouldBeEmpty();

    [Fact]
    public void Not_known_with_who_will_find_out_passes() =>
        With(new SafeContact { Person = "P1", Answer = Answer.NotKnown, WhoWillFindOut = Given.Worker }).JudgedBy(Rule).Findings.ShouldBeEmpty();

    [Fact]
    public void No_answer_is_refused()
    {
        With().JudgedBy(Rule).Lines().ShouldBe(["Refuse safe_contact" + Who]);
        With(new SafeContact { Item = Given.Id("S1"), Person = "P1", Via = "the refuge" }).JudgedBy(Rule).Lines().ShouldBe(["Refuse safe_contact" + Who]);
    }

    [Fact]
    public void Not_known_by_nobody_is_refused() =>
        With(new SafeContact { Item = Given.Id("S1"), Person = "P1", Answer = Answer.NotKnown, Via = "the refuge" }).JudgedBy(Rule).Lines().ShouldBe(["Refuse safe_contact[S1].who_will_find_out" + Who]);

    [Fact]
    public void Known_without_a_way_is_refused() =>
        With(new SafeContact { Item = Given.Id("S1"), Person = "P1", Answer = Answer.Known, Number = "a number" }).JudgedBy(Rule).Lines().ShouldBe(["Refuse safe_contact[S1].safe_to_call" + Who]);

    [Fact]
    public void One_complete_answer_of_two_is_enough() =>
        With(new() { Person = "P1", Answer = Answer.NotKnown }, new() { Person = "P1", Answer = Answer.Known, Via = "the refuge" }).JudgedBy(Rule).Findings.ShouldBeEmpty();

    [Fact]
    public void Somebody_elses_answer_is_not_theirs() =>
        With(new SafeContact { Person = "P2", Answer = Answer.Known, Via = "school" }).JudgedBy(Rule).Lines().ShouldBe(["Refuse safe_contact" + Who]);

    [Fact]
    public void Without_abuse_or_forced_marriage_nothing_is_asked()
    {
        var transfer = With();
        transfer.Concerns[0].Status = Concern.Types.Status.Closed;
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Forced_marriage_asks_about_each_victim_and_each_person_feared_for()
    {
        var transfer = With();
        transfer.Concerns.Clear();
        transfer.Persons.Remove(transfer.Persons.Single(one => one.Ref == "P5"));
        transfer.Persons.Remove(transfer.Persons.Single(one => one.Ref == "P6"));
        transfer.ForcedMarriage = new() { Suspected = { "P2" } };
        transfer.JudgedBy(Rule).Lines().ShouldBe(["Refuse safe_contact victim=P1", "Refuse safe_contact victim=P2"]);
    }

    [Fact]
    public void Nobody_is_asked_to_reach_somebody_who_has_died()
    {
        var transfer = With();
        transfer.Persons[0].DiedOn = "2026-09-01";
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, "1 ElapsedHours")]
    [InlineData(false, "1 WorkingDays")]
    public void On_an_alert_it_is_owed_within_an_hour_of_a_crisis_else_a_working_day(bool crisis, string within)
    {
        var report = With().AsAlert(crisis).JudgedBy(Rule);
        report.Findings.ShouldBeEmpty();
        report.OwedLines().ShouldBe([$"safe_contact{Who}, {within}"]);
    }

    private static Transfer With(params SafeContact[] contacts)
    {
        var transfer = Given.Family(Given.Adult("P1", Role.Victim), Given.Child("P2"), Given.Adult("P6", Role.AllegedPerpetrator), Given.Adult("P5", Role.AllegedPerpetrator));
        transfer.Concerns.Add(new Concern { Kind = Concern.Types.Kind.DomesticAbuse, Status = Concern.Types.Status.Open });
        transfer.SafeContact.Add(contacts);
        return transfer;
    }
}
