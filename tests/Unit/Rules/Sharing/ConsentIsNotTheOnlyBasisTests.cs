using InfoSharing.Validator.Rules.Sharing;
using Agreement = InfoSharing.V1.LawfulBasis.Types.FamilyAgreement;
using Basis = InfoSharing.V1.LawfulBasis.Types.Basis;

namespace InfoSharing.Tests.Unit.Rules.Sharing;

public sealed class ConsentIsNotTheOnlyBasisTests
{
    private static readonly ConsentIsNotTheOnlyBasis Rule = new();

    [Theory]
    [InlineData(Basis.Consent, Agreement.Unspecified, 1)]
    [InlineData(Basis.Consent, Agreement.Agreed, 0)]
    [InlineData(Basis.Consent, Agreement.NotAskedUnsafe, 0)]
    [InlineData(Basis.PublicTask, Agreement.Unspecified, 0)]
    public void Consent_says_whether_the_family_agreed(Basis basis, Agreement agreement, int findings) =>
        Rule.Found(t => (t.LawfulBasis.Basis, t.LawfulBasis.FamilyAgreement) = (basis, agreement)).ShouldBe(Enumerable.Repeat("Warn lawful_basis.family_agreement", findings));

    [Fact]
    public void An_alert_is_told_too() => Given.Clean(t => t.LawfulBasis = new() { Basis = Basis.Consent }).AsAlert().JudgedBy(Rule).Findings.Count.ShouldBe(1);
}
