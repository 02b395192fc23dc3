using InfoSharing.V1;
using InfoSharing.Validator.Rules.Reasoning;
using Direction = InfoSharing.V1.Decision.Types.RiskDirection;

namespace InfoSharing.Tests.Unit.Rules.Reasoning;

public sealed class LoweredRiskRestsOnEvidenceTests
{
    private static readonly LoweredRiskRestsOnEvidence Rule = new();

    [Fact]
    public void Evidence_of_any_kind_passes() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Theory]
    [InlineData(Direction.Lowered, 1)]
    [InlineData(Direction.Closed, 1)]
    [InlineData(Direction.Same, 0)]
    [InlineData(Direction.Raised, 0)]
    public void Risk_that_goes_down_on_nothing_warns(Direction direction, int findings) => Rule.Found(t =>
    {
        t.Decisions[1].RiskDirection = direction;
        t.Decisions[1].EvidenceRefs.Clear();
    }).Count(line => line == "Warn decisions[D2].evidence_refs").ShouldBe(findings);

    [Fact]
    public void A_threshold_decision_says_which() => Rule.Found(t => t.Decisions[0].Threshold = " ").ShouldBe(["Warn decisions[D1].threshold threshold"]);

    [Fact]
    public void One_decision_is_asked_once() => Rule.Found(t =>
    {
        t.Decisions[1].Threshold = "";
        t.Decisions[1].EvidenceRefs.Clear();
    }).ShouldBe(["Warn decisions[D2].evidence_refs"]);

    [Fact]
    public void Another_areas_decision_without_reasons_is_not_asked() => Rule.Found(t =>
    {
        t.Decisions[1].EvidenceRefs.Clear();
        t.Decisions[1].Origin = Decision.Types.Origin.Inherited;
        t.Decisions[1].ReasoningUnknown = new();
    }).ShouldBeEmpty();

    [Fact]
    public void A_replaced_decision_is_not_asked() => Rule.Found(t =>
    {
        t.Decisions[1].EvidenceRefs.Clear();
        t.Decisions[0].Replaces = "D2";
    }).ShouldBeEmpty();
}
