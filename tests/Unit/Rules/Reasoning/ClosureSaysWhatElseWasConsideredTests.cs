using InfoSharing.V1;
using InfoSharing.Validator.Rules.Reasoning;
using Type = InfoSharing.V1.Decision.Types.Type;

namespace InfoSharing.Tests.Unit.Rules.Reasoning;

public sealed class ClosureSaysWhatElseWasConsideredTests
{
    private static readonly ClosureSaysWhatElseWasConsidered Rule = new();

    [Theory]
    [InlineData(Type.Closure, 1)]
    [InlineData(Type.StepDown, 1)]
    [InlineData(Type.PlanEnd, 1)]
    [InlineData(Type.Nfa, 0)]
    [InlineData(Type.StepUp, 0)]
    public void Doing_less_without_an_alternative_warns(Type type, int findings) => Rule.Found(t =>
    {
        t.Decisions[0].Type = type;
        t.Decisions[0].Alternatives.Clear();
    }).ShouldBe(Enumerable.Repeat("Warn decisions[D1].alternatives", findings));

    [Fact]
    public void One_alternative_passes() => Rule.Found(t => t.Decisions[0].Type = Type.Closure).ShouldBeEmpty();

    [Fact]
    public void A_blank_alternative_is_none() => Rule.Found(t =>
    {
        t.Decisions[0].Type = Type.Closure;
        t.Decisions[0].Alternatives[0].Text_ = " ";
    }).Length.ShouldBe(1);

    [Fact]
    public void Another_areas_decision_is_not_asked() => Rule.Found(t =>
    {
        (t.Decisions[0].Type, t.Decisions[0].Origin) = (Type.Closure, Decision.Types.Origin.Inherited);
        t.Decisions[0].Alternatives.Clear();
    }).ShouldBeEmpty();
}
