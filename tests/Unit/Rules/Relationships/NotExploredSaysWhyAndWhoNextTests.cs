using InfoSharing.V1;
using InfoSharing.Validator.Rules.Relationships;
using static InfoSharing.V1.RelationshipExploration.Types;

namespace InfoSharing.Tests.Unit.Rules.Relationships;

public sealed class NotExploredSaysWhyAndWhoNextTests
{
    private static readonly NotExploredSaysWhyAndWhoNext Rule = new();

    [Fact]
    public void Why_and_who_next_and_when_pass() => Judge(Complete()).ShouldBeEmpty();

    [Fact]
    public void Each_of_the_three_is_needed()
    {
        var (why, who, when) = (Complete(), Complete(), Complete());
        why.ReasonIfNot = Given.Written("  ");
        who.NextBy = null;
        when.NextOn = "";
        foreach (var one in new[] { why, who, when }) Judge(one).ShouldBe(["Refuse relationship_exploration[X1] person=P1"]);
    }

    [Fact]
    public void What_was_explored_partly_needs_no_reason() => Judge(new() { Adult = "P1", Status = Status.Partly }).ShouldBeEmpty();

    private static RelationshipExploration Complete() => new()
    {
        Item = Given.Id("X1"), Adult = "P1", Status = Status.NotExplored, ReasonIfNot = Given.Written("Not safe to ask yet"), NextBy = Given.Worker, NextOn = "2026-12-01",
    };

    private static string[] Judge(RelationshipExploration one)
    {
        var transfer = Given.Family();
        transfer.RelationshipExploration.Add(one);
        return transfer.JudgedBy(Rule).Lines();
    }
}
