using InfoSharing.V1;
using InfoSharing.Validator.Rules.PersonCausingHarm;

namespace InfoSharing.Tests.Unit.Rules.PersonCausingHarm;

public sealed class MovesEffectOnRiskIsStatedTests
{
    private static readonly MovesEffectOnRiskIsStated Rule = new();

    [Fact]
    public void What_it_does_to_risk_and_why_passes() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Fact]
    public void Each_blank_is_named()
    {
        Rule.Found(t => t.Move.RiskEffect = default).ShouldBe(["Warn move.risk_effect victim=P1"]);
        Rule.Found(t => t.Move.RiskEffectReason = null).ShouldBe(["Warn move.risk_effect_reason victim=P1"]);
    }

    [Fact]
    public void Not_known_with_why_is_an_answer() => Rule.Found(t => t.Move.RiskEffect = Move.Types.RiskEffect.Types.Direction.Unknown).ShouldBeEmpty();

    [Theory]
    [InlineData(YesNo.No)]
    [InlineData(YesNo.NotKnown)]
    [InlineData(YesNo.Unspecified)]
    public void A_move_that_parts_nobody_is_not_asked_about(YesNo separation) => Rule.Found(t => (t.Move.IsSeparation, t.Move.RiskEffect) = (separation, default)).ShouldBeEmpty();
}
