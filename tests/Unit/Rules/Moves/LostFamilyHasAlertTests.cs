using InfoSharing.V1;
using InfoSharing.Validator.Rules.Moves;
using Permanence = InfoSharing.V1.Move.Types.Permanence;

namespace InfoSharing.Tests.Unit.Rules.Moves;

public sealed class LostFamilyHasAlertTests
{
    private static readonly LostFamilyHasAlert Rule = new();

    [Theory]
    [InlineData(Permanence.Unknown, YesNo.No, 1)]
    [InlineData(Permanence.Unknown, YesNo.NotKnown, 1)]
    [InlineData(Permanence.Unknown, YesNo.Unspecified, 1)]
    [InlineData(Permanence.Unknown, YesNo.Yes, 0)]
    [InlineData(Permanence.Permanent, YesNo.No, 0)]
    public void A_family_that_nobody_can_find_is_not_handed_over(Permanence permanence, YesNo known, int findings) =>
        Rule.Found(t => (t.Move.Permanence, t.Move.WhereaboutsKnown) = (permanence, known)).ShouldBe(Enumerable.Repeat("Warn move.whereabouts_known", findings));

    [Fact]
    public void It_may_rise() => Rule.FoundRisen(t => (t.Move.Permanence, t.Move.WhereaboutsKnown) = (Permanence.Unknown, default)).ShouldBe(["Refuse move.whereabouts_known"]);

    [Fact]
    public void An_alert_is_not_asked() => Given.Clean(t => (t.Move.Permanence, t.Move.WhereaboutsKnown) = (Permanence.Unknown, default)).AsAlert().JudgedBy(Rule).Findings.ShouldBeEmpty();
}
