using InfoSharing.V1;
using InfoSharing.Validator.Rules.Relationships;
using static InfoSharing.V1.RelationshipExploration.Types;

namespace InfoSharing.Tests.Unit.Rules.Relationships;

public sealed class ExplorationSaysWhoWhenHowTests
{
    private static readonly ExplorationSaysWhoWhenHow Rule = new();

    [Fact]
    public void Who_when_and_how_pass() => Judge(Complete()).ShouldBeEmpty();

    [Theory]
    [InlineData(Status.Explored)]
    [InlineData(Status.Partly)]
    [InlineData(Status.NoneKnown)]
    public void Nobody_named_is_warned_of(Status status)
    {
        var one = Complete();
        (one.Status, one.ExploredBy) = (status, new Who { Name = " " });
        Judge(one).ShouldBe(["Warn relationship_exploration[X1] person=P1"]);
    }

    [Fact]
    public void No_day_is_warned_of()
    {
        var one = Complete();
        one.ExploredOn = "";
        Judge(one).ShouldBe(["Warn relationship_exploration[X1] person=P1"]);
    }

    [Fact]
    public void No_way_and_an_unspecified_way_are_warned_of()
    {
        var one = Complete();
        one.Methods[0] = Method.Unspecified;
        Judge(one).ShouldBe(["Warn relationship_exploration[X1] person=P1"]);
        one.Methods.Clear();
        Judge(one).ShouldBe(["Warn relationship_exploration[X1] person=P1"]);
    }

    [Theory]
    [InlineData(Status.NotExplored)]
    [InlineData(Status.Unspecified)]
    public void What_was_not_explored_is_not_asked_how(Status status) => Judge(new() { Adult = "P1", Status = status }).ShouldBeEmpty();

    [Fact]
    public void A_setting_may_turn_it_up() =>
        With(new() { Adult = "P1", Status = Status.Explored }).JudgedBy(Rule, Given.Risen("IS-203")).Lines().ShouldBe(["Refuse relationship_exploration[0] person=P1"]);

    private static RelationshipExploration Complete() =>
        new() { Item = Given.Id("X1"), Adult = "P1", Status = Status.Explored, ExploredBy = Given.Worker, ExploredOn = "2026-09-01", Methods = { Method.PoliceCheck } };

    private static Transfer With(RelationshipExploration one)
    {
        var transfer = Given.Family();
        transfer.RelationshipExploration.Add(one);
        return transfer;
    }

    private static string[] Judge(RelationshipExploration one) => With(one).JudgedBy(Rule).Lines();
}
