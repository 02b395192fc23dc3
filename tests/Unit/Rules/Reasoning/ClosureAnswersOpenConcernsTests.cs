using InfoSharing.V1;
using InfoSharing.Validator.Rules.Reasoning;
using Corroboration = InfoSharing.V1.Claim.Types.Corroboration;
using Type = InfoSharing.V1.Decision.Types.Type;

namespace InfoSharing.Tests.Unit.Rules.Reasoning;

public sealed class ClosureAnswersOpenConcernsTests
{
    private readonly ClosureAnswersOpenConcerns _rule = new();
    private readonly Claim _claim = Concerning("C1", "P2");

    [Theory]
    [InlineData(Type.Nfa)]
    [InlineData(Type.Closure)]
    public void An_open_concern_that_is_not_linked_warns_for_its_child(Type type) =>
        Judge(Given.Decision("D1", type, "r", "P2", "P3")).ShouldBe(["WARN decisions[D1].answers_claim_refs child=P2 claims=C1"]);

    [Fact]
    public void A_contradicted_concern_warns_whatever_its_risk()
    {
        (_claim.Risk, _claim.Corroboration) = (RiskLevel.Low, Corroboration.Contradicted);
        Judge(Given.Decision("D1", Type.Nfa, "r", "P2")).Length.ShouldBe(1);
    }

    [Fact]
    public void A_medium_concern_that_nothing_contradicts_passes()
    {
        _claim.Risk = RiskLevel.Medium;
        Judge(Given.Decision("D1", Type.Nfa, "r", "P2")).ShouldBeEmpty();
    }

    [Fact]
    public void A_linked_concern_passes()
    {
        var decision = Given.Decision("D1", Type.Nfa, "r", "P2");
        decision.AnswersClaimRefs.Add("C1");
        Judge(decision).ShouldBeEmpty();
    }

    [Fact]
    public void A_closed_concern_passes()
    {
        _claim.Status = Claim.Types.Status.Closed;
        Judge(Given.Decision("D1", Type.Nfa, "r", "P2")).ShouldBeEmpty();
    }

    [Fact]
    public void A_reassuring_account_passes()
    {
        _claim.Effect = Claim.Types.Effect.Reassuring;
        Judge(Given.Decision("D1", Type.Nfa, "r", "P2")).ShouldBeEmpty();
    }

    [Fact]
    public void Another_childs_concern_passes() => Judge(Given.Decision("D1", Type.Nfa, "r", "P3")).ShouldBeEmpty();

    [Fact]
    public void Another_decision_passes() => Judge(Given.Decision("D1", Type.StepDown, "r", "P2")).ShouldBeEmpty();

    [Fact]
    public void Each_child_is_named_with_all_its_concerns_in_order()
    {
        var transfer = Given.TransferOf(Given.Decision("D1", Type.Nfa, "r", "P3", "P2"), Concerning("C9", "P2", "P3"), Concerning("C1", "P2"));
        Given.Of(_rule, transfer).Lines().Order()
            .ShouldBe(["WARN decisions[D1].answers_claim_refs child=P2 claims=C1,C9", "WARN decisions[D1].answers_claim_refs child=P3 claims=C9"]);
    }

    [Fact]
    public void A_replaced_decision_is_not_asked()
    {
        var newer = Given.Decision("D2", Type.Nfa, "r", "P2");
        newer.Replaces = "D1";
        newer.AnswersClaimRefs.Add("C1");
        Judge(Given.Decision("D1", Type.Nfa, "r", "P2"), newer).ShouldBeEmpty();
    }

    private static Claim Concerning(string id, params string[] about)
    {
        var claim = new Claim { Item = new() { Id = id }, Effect = Claim.Types.Effect.Concerning, Status = Claim.Types.Status.Open, Risk = RiskLevel.High };
        claim.About.Add(about);
        return claim;
    }

    private string[] Judge(params Decision[] decisions) => Given.Of(_rule, Given.TransferOf([_claim, .. decisions])).Lines();
}
