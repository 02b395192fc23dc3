using InfoSharing.V1;
using InfoSharing.Validator.Rules.ForcedMarriage;
using Relation = InfoSharing.V1.ForcedMarriage.Types.Interpreter.Types.Relation;
using State = InfoSharing.V1.ForcedMarriage.Types.Interpreter.Types.State;

namespace InfoSharing.Tests.Unit.Rules.ForcedMarriage;

public sealed class InterpreterIsIndependentTests
{
    private static readonly InterpreterIsIndependent Rule = new();

    [Fact]
    public void A_professional_passes() => Rule.FoundInFm(_ => { }).ShouldBeEmpty();

    [Theory]
    [InlineData(Relation.Relative, 1)]
    [InlineData(Relation.Friend, 1)]
    [InlineData(Relation.Community, 1)]
    [InlineData(Relation.NotKnown, 0)]
    public void Somebody_linked_to_the_family_who_is_planned_warns(Relation relation, int findings) =>
        Rule.FoundInFm(t => Book(t, relation, State.Planned)).ShouldBe(Enumerable.Repeat("Warn forced_marriage.interpreters[IN9] planned person=P2", findings));

    [Fact]
    public void One_who_interpreted_passes_once_a_professional_is_booked()
    {
        Rule.FoundInFm(t => Book(t, Relation.Relative, State.Held)).ShouldBeEmpty();
        Rule.FoundInFm(t =>
        {
            t.ForcedMarriage.Interpreters.Clear();
            Book(t, Relation.Relative, State.Held);
        }).ShouldBe(["Warn forced_marriage.interpreters[IN9] person=P2"]);
    }

    [Fact]
    public void One_booked_for_somebody_else_does_not_answer() => Rule.FoundInFm(t =>
    {
        t.ForcedMarriage.Interpreters[0].For = "P1";
        Book(t, Relation.Relative, State.Held);
    }).Length.ShouldBe(1);

    [Fact]
    public void It_may_rise_for_a_plan_alone()
    {
        Given.CleanFm(t => Book(t, Relation.Relative, State.Planned)).JudgedBy(Rule, Given.Risen("IS-610")).Lines()[0].ShouldStartWith("Refuse");
        Given.CleanFm(t =>
        {
            t.ForcedMarriage.Interpreters.Clear();
            Book(t, Relation.Relative, State.Held);
        }).JudgedBy(Rule, Given.Risen("IS-610")).Lines()[0].ShouldStartWith("Warn");
    }

    private static void Book(Transfer transfer, Relation relation, State state) =>
        transfer.ForcedMarriage.Interpreters.Add(new V1.ForcedMarriage.Types.Interpreter { Item = Given.Id("IN9"), For = "P2", Relation = relation, State = state });
}
