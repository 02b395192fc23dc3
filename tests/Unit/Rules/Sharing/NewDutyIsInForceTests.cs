using InfoSharing.V1;
using InfoSharing.Validator.Rules.Sharing;

namespace InfoSharing.Tests.Unit.Rules.Sharing;

public sealed class NewDutyIsInForceTests
{
    private static readonly NewDutyIsInForce Rule = new();

    [Theory]
    [InlineData("", 1)]
    [InlineData("2026-11-03", 1)]
    [InlineData("2026-11-02", 0)]
    public void Before_its_day_the_new_duty_is_no_basis(string from, int findings) =>
        Given.Clean(t => t.LawfulBasis.Basis = LawfulBasis.Types.Basis.Ca2004S16La).JudgedBy(Rule, new Settings { S16LaInForceFrom = from }).Lines()
            .ShouldBe(Enumerable.Repeat("Warn lawful_basis.basis", findings));

    [Fact]
    public void Another_basis_passes() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Fact]
    public void An_alert_is_told_too() => Given.Clean(t => t.LawfulBasis.Basis = LawfulBasis.Types.Basis.Ca2004S16La).AsAlert().JudgedBy(Rule).Findings.Count.ShouldBe(1);
}
