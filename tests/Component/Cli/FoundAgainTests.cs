using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Cli;

/// <summary>What a finding must not hold is found again where the case is open.</summary>
public sealed class FoundAgainTests
{
    private static readonly Transfer Family = new()
    {
        Persons = { new Person { Ref = "P2", DateOfBirth = "2009-10-01" }, new Person { Ref = "P7", ExpectedOn = "2027-01-11" } },
        ChildAssessments = { new ChildAssessment { Item = new() { Id = "A2" }, Tool = new() { Name = "Young person's checklist" } } },
        ForcedMarriage = new() { Interpreters = { new ForcedMarriage.Types.Interpreter { Item = new() { Id = "IN1" }, On = "2026-10-20" } } },
        Move = new() { Date = "2026-10-12", ReviewOn = "2026-11-16" },
    };

    [Theory]
    [InlineData("IS-404", "child_assessments[A2].tool", "P2", "tool", "Young person's checklist")]
    [InlineData("IS-408", "child_assessments[A7].unborn", "P7", "date", "Monday 11 January 2027")]
    [InlineData("IS-505", "child_assessments[A2].transition_plan", "P2", "date", "Friday 1 October 2027")]
    [InlineData("IS-610", "forced_marriage.interpreters[IN1]", "P2", "date", "Tuesday 20 October 2026")]
    [InlineData("IS-905", "move.permanence", "P2", "date", "Monday 16 November 2026")]
    [InlineData("IS-914", "seen_since_move", "P2", "date", "Monday 12 October 2026")]
    public void A_day_or_a_name_that_no_report_holds(string rule, string field, string child, string name, string words) =>
        FoundAgain.In(Family)(new Finding { RuleId = rule, Field = field, Params = { { "child", child } } })[name].ShouldBe(words);

    [Theory]
    [InlineData("IS-505", "P9")]
    [InlineData("IS-101", "P2")]
    public void What_is_not_there_is_not_found(string rule, string child) =>
        FoundAgain.In(Family)(new Finding { RuleId = rule, Params = { { "child", child } } }).ShouldBeEmpty();
}
