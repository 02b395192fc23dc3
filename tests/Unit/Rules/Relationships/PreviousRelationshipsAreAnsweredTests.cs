using InfoSharing.V1;
using InfoSharing.Validator.Rules.Relationships;
using static InfoSharing.V1.RelationshipExploration.Types;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Tests.Unit.Rules.Relationships;

public sealed class PreviousRelationshipsAreAnsweredTests
{
    private static readonly PreviousRelationshipsAreAnswered Rule = new();

    [Theory]
    [InlineData(Status.Explored)]
    [InlineData(Status.Partly)]
    [InlineData(Status.NotExplored)]
    [InlineData(Status.NoneKnown)]
    public void Any_of_the_four_answers_passes(Status status) =>
        With(Given.Adult("P1", Role.Parent), Period.Previous, status).JudgedBy(Rule).Findings.ShouldBeEmpty();

    [Fact]
    public void No_answer_is_refused() =>
        Given.Family(Given.Adult("P1", Role.Parent)).JudgedBy(Rule).Lines().ShouldBe(["Refuse relationship_exploration person=P1"]);

    [Fact]
    public void An_answer_about_now_is_none_about_before() =>
        With(Given.Adult("P1", Role.Parent), Period.Current, Status.Explored).JudgedBy(Rule).Lines().ShouldBe(["Refuse relationship_exploration person=P1"]);

    [Fact]
    public void An_entry_without_a_status_is_no_answer() =>
        With(Given.Adult("P1", Role.Parent), Period.Previous, Status.Unspecified).JudgedBy(Rule).Lines().ShouldBe(["Refuse relationship_exploration person=P1"]);

    [Theory]
    [InlineData(Role.Carer)]
    [InlineData(Role.AllegedPerpetrator)]
    [InlineData(Role.YoungPersonWhoHarms)]
    public void A_carer_and_one_who_causes_harm_are_asked_about_outside_the_household(Role role)
    {
        var person = Given.Adult("P5", role);
        person.InMovingHousehold = YesNo.No;
        Given.Family(person).JudgedBy(Rule).Lines().ShouldBe(["Refuse relationship_exploration person=P5"]);
    }

    [Fact]
    public void A_parent_outside_the_household_who_harms_nobody_is_not_asked_about()
    {
        var father = Given.Adult("P5", Role.Parent);
        father.InMovingHousehold = YesNo.No;
        Given.Family(father).JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Somebody_who_is_context_only_is_not_asked_about() =>
        Given.Family(Given.Adult("P5", Role.AllegedPerpetrator, Role.ContextOnly)).JudgedBy(Rule).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("2008-10-12", true)]
    [InlineData("2008-10-13", false)]
    public void An_adult_is_18_on_the_day_of_the_move(string born, bool fires)
    {
        var parent = Given.Adult("P1", Role.Parent);
        parent.DateOfBirth = born;
        Given.Family(parent).JudgedBy(Rule).Findings.Count.ShouldBe(fires ? 1 : 0);
    }

    [Fact]
    public void Without_a_birth_date_it_is_undecided_and_blocks_nothing()
    {
        var parent = Given.Adult("P1", Role.Parent);
        parent.DateOfBirth = "";
        var report = Given.Family(parent).JudgedBy(Rule);
        report.Findings.ShouldBeEmpty();
        report.Undecided.ShouldHaveSingleItem().Field.ShouldBe("persons[P1].date_of_birth");
    }

    [Fact]
    public void Somebody_who_has_died_had_relationships_too()
    {
        var parent = Given.Adult("P1", Role.Parent);
        parent.DiedOn = "2026-09-01";
        Given.Family(parent).JudgedBy(Rule).Lines().ShouldBe(["Refuse relationship_exploration person=P1"]);
    }

    [Fact]
    public void On_an_alert_it_is_silent_and_owed_only_where_the_papers_follow()
    {
        var alert = Given.Family(Given.Adult("P1", Role.Parent)).AsAlert();
        alert.JudgedBy(Rule).OwedLines().ShouldBeEmpty();
        alert.Alert = new() { HandOverToFollow = true };
        alert.JudgedBy(Rule).OwedLines().ShouldBe(["relationship_exploration person=P1, 1 WorkingDays"]);
    }

    private static Transfer With(Person adult, Period period, Status status)
    {
        var transfer = Given.Family(adult);
        transfer.RelationshipExploration.Add(new RelationshipExploration { Item = Given.Id("X1"), Adult = adult.Ref, Period = period, Status = status });
        return transfer;
    }
}
