using InfoSharing.V1;
using InfoSharing.Validator.Rules.Reasoning;
using Type = InfoSharing.V1.Decision.Types.Type;

namespace InfoSharing.Tests.Unit.Rules.Reasoning;

public sealed class DecisionNamesWhoMadeItTests
{
    private readonly DecisionNamesWhoMadeIt _rule = new();
    private readonly Decision _decision = Given.Decision("D1", Type.Other, "r", "P2");

    [Fact]
    public void Role_organisation_and_time_pass_without_a_name()
    {
        _decision.MadeBy.Name = "";
        Judge().ShouldBeEmpty();
    }

    [Fact]
    public void A_blank_role_warns()
    {
        _decision.MadeBy.Role = " ";
        Judge().ShouldBe(["WARN decisions[D1].made_by"]);
    }

    [Fact]
    public void A_blank_organisation_warns()
    {
        _decision.MadeBy.Org = "";
        Judge().ShouldBe(["WARN decisions[D1].made_by"]);
    }

    [Fact]
    public void Nobody_and_no_time_warn_once()
    {
        (_decision.MadeBy, _decision.MadeAt) = (null, null);
        Judge().ShouldBe(["WARN decisions[D1].made_by"]);
    }

    [Fact]
    public void No_time_warns()
    {
        _decision.MadeAt = null;
        Judge().ShouldBe(["WARN decisions[D1].made_at"]);
    }

    [Fact]
    public void An_inherited_decision_whose_reasons_are_unknown_is_not_asked()
    {
        (_decision.MadeBy, _decision.Origin) = (null, Decision.Types.Origin.Inherited);
        Judge().ShouldNotBeEmpty();
        _decision.ReasoningUnknown = new();
        Judge().ShouldBeEmpty();
    }

    [Fact]
    public void A_replaced_decision_is_not_asked()
    {
        _decision.MadeBy = null;
        var newer = Given.Decision("D2", Type.Other, "r", "P2");
        newer.Replaces = "D1";
        Given.Of(_rule, Given.TransferOf(_decision, newer)).Lines().ShouldBeEmpty();
    }

    private string[] Judge() => Given.Of(_rule, Given.TransferOf(_decision)).Lines();
}
