using Google.Protobuf;
using InfoSharing.V1;
using InfoSharing.Validator.Rules.PersonCausingHarm;
using Direction = InfoSharing.V1.Decision.Types.RiskDirection;
using Kind = InfoSharing.V1.Relationship.Types.Kind;
using Type = InfoSharing.V1.Decision.Types.Type;

namespace InfoSharing.Tests.Unit.Rules.PersonCausingHarm;

public sealed class SeparationRiskIsAssessedTests
{
    private const string Fired = "REFUSE relationships[R1].post_separation_risk victim=P1";

    private readonly SeparationRiskIsAssessed _rule = new();
    private readonly Decision _decision = Given.Decision("D2", Type.Other, "r", "P2");
    private readonly Relationship _relationship = new()
    {
        Item = new() { Id = "R1" }, A = "P1", B = "P5", Kind = Kind.ExPartner, Intimate = YesNo.Yes, Abuse = Relationship.Types.Abuse.Known, Abuser = "P5", EndedOn = "2026-09-28",
    };

    public SeparationRiskIsAssessedTests() => _decision.RiskDirection = Direction.Lowered;

    [Fact]
    public void Risk_lowered_after_parting_without_a_word_on_it_is_refused() => Judge().ShouldBe([Fired]);

    [Fact]
    public void With_the_risk_assessed_it_passes()
    {
        _relationship.PostSeparationRisk = Given.Written("He has followed her twice.");
        Judge().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2025-11-01", 0)]
    [InlineData("2025-11-02", 1)]
    [InlineData("2027-11-02", 1)]
    [InlineData("2027-11-03", 0)]
    [InlineData("", 0)]
    public void The_window_is_twelve_months_either_side(string ended, int findings)
    {
        _relationship.EndedOn = ended;
        Judge().Length.ShouldBe(findings);
    }

    [Fact]
    public void A_planned_separation_counts_without_a_day()
    {
        (_relationship.EndedOn, _relationship.SeparationPlanned) = ("", YesNo.Yes);
        Judge().ShouldBe([Fired]);
    }

    [Theory]
    [InlineData(Relationship.Types.Abuse.Suspected, 1)]
    [InlineData(Relationship.Types.Abuse.NoneKnown, 0)]
    [InlineData(Relationship.Types.Abuse.NotKnown, 0)]
    public void Abuse_known_or_suspected_counts(Relationship.Types.Abuse abuse, int findings)
    {
        _relationship.Abuse = abuse;
        Judge().Length.ShouldBe(findings);
    }

    [Theory]
    [InlineData(YesNo.No, Kind.ExPartner, 0)]
    [InlineData(YesNo.Unspecified, Kind.ExPartner, 1)]
    [InlineData(YesNo.Unspecified, Kind.Sibling, 0)]
    [InlineData(YesNo.Yes, Kind.Friend, 1)]
    public void Only_intimate_relationships_count(YesNo intimate, Kind kind, int findings)
    {
        (_relationship.Intimate, _relationship.Kind) = (intimate, kind);
        Judge().Length.ShouldBe(findings);
    }

    [Theory]
    [InlineData(Direction.Closed, 1)]
    [InlineData(Direction.Same, 0)]
    [InlineData(Direction.Raised, 0)]
    public void Only_lowering_or_closing_counts(Direction direction, int findings)
    {
        _decision.RiskDirection = direction;
        Judge().Length.ShouldBe(findings);
    }

    [Fact]
    public void A_decision_for_a_child_of_neither_household_nor_relationship_passes()
    {
        _decision.Children[0] = "P7";
        Judge(Given.Somebody("P7", "2018-01-01", V1.Person.Types.Role.Child)).ShouldBeEmpty();
        _relationship.Children.Add("P7");
        Judge(Given.Somebody("P7", "2018-01-01", V1.Person.Types.Role.Child)).ShouldBe([Fired]);
    }

    [Fact]
    public void A_replaced_decision_is_not_asked()
    {
        var newer = Given.Decision("D3", Type.Other, "r", "P2");
        newer.Replaces = "D2";
        Judge(newer).ShouldBeEmpty();
    }

    [Fact]
    public void Without_an_abuser_the_victim_of_the_two_is_named()
    {
        _relationship.Abuser = "";
        Judge().ShouldBe([Fired]);
    }

    [Fact]
    public void Two_refs_that_name_nobody_do_no_harm()
    {
        (_relationship.A, _relationship.B, _relationship.Abuser) = ("", "", "");
        Judge().ShouldBe(["REFUSE relationships[R1].post_separation_risk"]);
    }

    private string[] Judge(params IMessage[] more) =>
        Given.Of(_rule, Given.TransferOf([Given.AdultVictim(), Given.MovingChild("P2"), Given.AdultCausingHarm(), _relationship, _decision, .. more])).Lines();
}
