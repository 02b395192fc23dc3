using InfoSharing.V1;
using InfoSharing.Validator.Rules.YoungPeople;

namespace InfoSharing.Tests.Unit.Rules.YoungPeople;

public sealed class SixteenAndSeventeenHaveBothRoutesTests
{
    private static readonly SixteenAndSeventeenHaveBothRoutes Rule = new();

    [Fact]
    public void A_victim_of_17_at_high_risk_advises() => Rule.Found(t => Hurt(t)).ShouldBe(["Advise relationships[R12] person=P2"]);

    [Theory]
    [InlineData("2010-10-12", 1)] // 16
    [InlineData("2010-10-13", 0)] // 15
    [InlineData("2008-10-13", 1)] // 17
    [InlineData("2008-10-12", 0)] // 18
    public void Only_at_16_and_17(string born, int findings) => Rule.Found(t =>
    {
        Hurt(t);
        Given.Of(t, "P2").DateOfBirth = born;
    }).Length.ShouldBe(findings);

    [Fact]
    public void Only_where_the_other_is_16_or_over() => Rule.Found(t =>
    {
        Hurt(t);
        Given.Of(t, "P5").DateOfBirth = "2010-10-13";
    }).ShouldBeEmpty();

    [Fact]
    public void Only_at_high_risk() => Rule.Found(t =>
    {
        Hurt(t);
        t.Claims[0].Risk = RiskLevel.Medium;
    }).ShouldBeEmpty();

    [Fact]
    public void It_goes_with_an_alert() => Given.Clean(t => Hurt(t)).AsAlert().JudgedBy(Rule).Findings.Count.ShouldBe(1);

    [Fact]
    public void Without_a_birth_date_it_is_undecided() => Rule.Undecided(t =>
    {
        Hurt(t);
        Given.Of(t, "P5").DateOfBirth = "";
    }).ShouldBe(["persons[P5].date_of_birth"]);

    private static void Hurt(Transfer transfer) => transfer.Relationships.Add(new Relationship
    {
        Item = Given.Id("R12"), A = "P2", B = "P5", Intimate = YesNo.Yes, Abuse = Relationship.Types.Abuse.Known, Abuser = "P5",
    });
}
