using InfoSharing.V1;
using InfoSharing.Validator.Rules.Relationships;
using static InfoSharing.V1.RelationshipExploration.Types;

namespace InfoSharing.Tests.Unit.Rules.Relationships;

public sealed class NoneKnownWasCheckedTests
{
    private static readonly NoneKnownWasChecked Rule = new();

    [Fact]
    public void Their_word_alone_is_warned_of() => Judge(OnTheirWord()).ShouldBe(["Warn relationship_exploration[X1].agencies_checked person=P5"]);

    [Fact]
    public void A_second_way_passes()
    {
        var one = OnTheirWord();
        one.Methods.Add(Method.PoliceCheck);
        Judge(one).ShouldBeEmpty();
    }

    [Fact]
    public void An_agency_asked_passes()
    {
        var one = OnTheirWord();
        one.AgenciesChecked.Add("leeds-police");
        Judge(one).ShouldBeEmpty();
    }

    [Fact]
    public void A_reason_why_nobody_could_be_asked_passes()
    {
        var one = OnTheirWord();
        one.WhyNotChecked = Given.Written("He came from abroad last month");
        Judge(one).ShouldBeEmpty();
    }

    [Fact]
    public void No_way_at_all_is_for_another_rule()
    {
        var one = OnTheirWord();
        one.Methods.Clear();
        Judge(one).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_explored_is_not_asked()
    {
        var one = OnTheirWord();
        one.Status = Status.Explored;
        Judge(one).ShouldBeEmpty();
    }

    [Fact]
    public void A_setting_may_turn_it_up() =>
        With(OnTheirWord()).JudgedBy(Rule, Given.Risen("IS-205")).Handover.ShouldBe(Report.Types.Handover.Refused);

    private static RelationshipExploration OnTheirWord() =>
        new() { Item = Given.Id("X1"), Adult = "P5", Status = Status.NoneKnown, Methods = { Method.AskedInPerson } };

    private static Transfer With(RelationshipExploration one)
    {
        var transfer = Given.Family();
        transfer.RelationshipExploration.Add(one);
        return transfer;
    }

    private static string[] Judge(RelationshipExploration one) => With(one).JudgedBy(Rule).Lines();
}
