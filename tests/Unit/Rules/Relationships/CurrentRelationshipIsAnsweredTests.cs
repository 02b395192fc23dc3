using InfoSharing.V1;
using InfoSharing.Validator.Rules.Relationships;
using static InfoSharing.V1.RelationshipExploration.Types;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Tests.Unit.Rules.Relationships;

public sealed class CurrentRelationshipIsAnsweredTests
{
    private static readonly CurrentRelationshipIsAnswered Rule = new();

    [Fact]
    public void Not_explored_is_an_answer() => With(Period.Current).JudgedBy(Rule).Findings.ShouldBeEmpty();

    [Fact]
    public void No_answer_is_refused() =>
        Given.Family(Given.Adult("P1", Role.Carer)).JudgedBy(Rule).Lines().ShouldBe(["Refuse relationship_exploration person=P1"]);

    [Fact]
    public void An_answer_about_before_is_none_about_now() =>
        With(Period.Previous).JudgedBy(Rule).Lines().ShouldBe(["Refuse relationship_exploration person=P1"]);

    [Fact]
    public void Of_somebody_who_has_died_it_is_not_asked()
    {
        var parent = Given.Adult("P1", Role.Parent);
        parent.DiedOn = "2026-09-01";
        Given.Family(parent).JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    private static Transfer With(Period period)
    {
        var transfer = Given.Family(Given.Adult("P1", Role.Carer));
        transfer.RelationshipExploration.Add(new RelationshipExploration { Adult = "P1", Period = period, Status = Status.NotExplored });
        return transfer;
    }
}
