using InfoSharing.V1;
using InfoSharing.Validator.Rules.Reasoning;
using Type = InfoSharing.V1.Decision.Types.Type;

namespace InfoSharing.Tests.Unit.Rules.Reasoning;

public sealed class InheritedDecisionSaysWhoWasAskedTests
{
    private readonly InheritedDecisionSaysWhoWasAsked _rule = new();
    private readonly Decision _decision = Given.Decision("D3", Type.PlanEnd, "", "P2");

    public InheritedDecisionSaysWhoWasAskedTests()
    {
        _decision.Origin = Decision.Types.Origin.Inherited;
        _decision.Item.Source = new() { Agency = "bradford-social-care" };
        _decision.ReasoningUnknown = new() { AskedOf = "the duty manager", AskedOn = "2026-10-01", WhatWeAssume = Given.Written("No weight.") };
    }

    [Fact]
    public void Once_asked_it_advises() => Judge().ShouldBe(["ADVISE decisions[D3].reasoning_unknown area=bradford-social-care"]);

    [Fact]
    public void Nobody_asked_warns()
    {
        _decision.ReasoningUnknown.AskedOf = "";
        Judge().ShouldBe(["WARN decisions[D3].reasoning_unknown area=bradford-social-care"]);
    }

    [Fact]
    public void No_day_warns()
    {
        _decision.ReasoningUnknown.AskedOn = "";
        Judge().Single().ShouldStartWith("WARN");
    }

    [Fact]
    public void No_assumption_warns()
    {
        _decision.ReasoningUnknown.WhatWeAssume = Given.Written(" ");
        Judge().Single().ShouldStartWith("WARN");
    }

    [Fact]
    public void The_one_earlier_area_is_named_where_no_agency_is()
    {
        _decision.Item.Source = null;
        Judge(new EarlierArea { AreaGss = "E08000032" }, new EarlierArea { AreaGss = "E08000035" }).ShouldBe(["ADVISE decisions[D3].reasoning_unknown area=E08000032"]);
    }

    [Fact]
    public void Of_two_earlier_areas_none_is_guessed()
    {
        _decision.Item.Source = null;
        Judge(new EarlierArea { AreaGss = "E08000032" }, new EarlierArea { AreaGss = "E08000028" }).ShouldBe(["ADVISE decisions[D3].reasoning_unknown"]);
    }

    [Fact]
    public void A_decision_of_ours_is_not_asked()
    {
        _decision.Origin = Decision.Types.Origin.Ours;
        Judge().ShouldBeEmpty();
    }

    [Fact]
    public void An_inherited_decision_with_its_reasons_is_not_asked()
    {
        _decision.ReasoningUnknown = null;
        Judge().ShouldBeEmpty();
    }

    private string[] Judge(params EarlierArea[] areas) => Given.Of(_rule, Given.TransferOf([_decision, .. areas])).Lines();
}
