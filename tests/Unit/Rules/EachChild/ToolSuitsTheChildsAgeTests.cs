using InfoSharing.V1;
using InfoSharing.Validator.Rules.EachChild;

namespace InfoSharing.Tests.Unit.Rules.EachChild;

public sealed class ToolSuitsTheChildsAgeTests
{
    private static readonly ToolSuitsTheChildsAge Rule = new();

    [Theory]
    [InlineData(13u, 18u, 0)]
    [InlineData(17u, 17u, 0)]
    [InlineData(18u, null, 1)]
    [InlineData(null, 16u, 1)]
    [InlineData(null, null, 0)]
    public void A_tool_for_another_age_warns(uint? from, uint? to, int findings) =>
        Rule.Found(t => Tool(t, "P2", from, to)).ShouldBe(Enumerable.Repeat("Warn child_assessments[A2].tool age=17 child=P2", findings));

    [Fact]
    public void A_tool_without_a_name_is_none() => Rule.Found(t =>
    {
        Tool(t, "P2", 1, 2);
        t.ChildAssessments[0].Tool.Name = "";
    }).ShouldBeEmpty();

    [Theory]
    [InlineData(0u, 0)]
    [InlineData(1u, 1)]
    public void For_the_unborn_a_tool_begins_before_birth(uint from, int findings) => Rule.Found(t =>
    {
        Given.Of(t, "P4").Roles[0] = Person.Types.Role.Unborn;
        Tool(t, "P4", from, null);
    }).ShouldBe(Enumerable.Repeat("Warn child_assessments[A4].tool child=P4", findings));

    [Fact]
    public void Without_a_birth_date_it_is_undecided() => Rule.Undecided(t => Given.Of(t, "P2").DateOfBirth = "").ShouldBe(["persons[P2].date_of_birth"]);

    private static void Tool(Transfer transfer, string child, uint? from, uint? to)
    {
        var tool = new ChildAssessment.Types.Tool { Name = "A checklist" };
        if (from is { } low) tool.AgeFrom = low;
        if (to is { } high) tool.AgeTo = high;
        Given.AssessmentOf(transfer, child).Tool = tool;
    }
}
