using InfoSharing.Validator.Rules.Reasoning;
using Type = InfoSharing.V1.Decision.Types.Type;

namespace InfoSharing.Tests.Unit.Rules.Reasoning;

public sealed class EveryMovingChildHasDecisionTests
{
    private readonly EveryMovingChildHasDecision _rule = new();

    [Fact]
    public void A_decision_for_each_moving_child_passes() =>
        Given.Of(_rule, Given.TransferOf(Given.MovingChild("P2"), Given.MovingChild("P3"), Given.Decision("D1", Type.Other, "r", "P2", "P3"))).Lines().ShouldBeEmpty();

    [Fact]
    public void No_decision_at_all_is_said_once() =>
        Given.Of(_rule, Given.TransferOf(Given.MovingChild("P2"), Given.MovingChild("P3"))).Lines().ShouldBe(["REFUSE decisions"]);

    [Fact]
    public void A_moving_child_in_no_decision_is_named() =>
        Given.Of(_rule, Given.TransferOf(Given.MovingChild("P2"), Given.MovingChild("P3"), Given.Decision("D1", Type.Other, "r", "P2"))).Lines()
            .ShouldBe(["REFUSE decisions child=P3"]);

    [Fact]
    public void A_child_who_does_not_move_needs_none() =>
        Given.Of(_rule, Given.TransferOf(Given.Somebody("P2", "2018-05-05", V1.Person.Types.Role.Child), Given.Decision("D1", Type.Other, "r", "P9"))).Lines().ShouldBeEmpty();
}
