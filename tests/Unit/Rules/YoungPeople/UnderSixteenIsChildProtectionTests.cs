using InfoSharing.V1;
using InfoSharing.Validator.Rules.YoungPeople;

namespace InfoSharing.Tests.Unit.Rules.YoungPeople;

public sealed class UnderSixteenIsChildProtectionTests
{
    private static readonly UnderSixteenIsChildProtection Rule = new();

    [Theory]
    [InlineData("2010-10-13", 1)] // 15
    [InlineData("2010-10-12", 0)] // 16
    public void Under_sixteen_advises(string born, int findings) => Rule.Found(t =>
    {
        Hurt(t);
        Given.Of(t, "P2").DateOfBirth = born;
    }).ShouldBe(Enumerable.Repeat("Advise relationships[R12] person=P2", findings));

    [Fact]
    public void Either_of_the_two_counts() => Rule.Found(t =>
    {
        Hurt(t);
        Given.Of(t, "P5").DateOfBirth = "2012-01-01";
    }).ShouldContain("Advise relationships[R12] person=P5");

    [Fact]
    public void A_parent_and_a_child_are_no_couple() => Rule.Found(t => t.Relationships.Add(new Relationship { A = "P4", B = "P5", Intimate = YesNo.No, Abuse = Relationship.Types.Abuse.Known })).ShouldBeEmpty();

    [Fact]
    public void It_goes_with_an_alert() => Given.Clean(t =>
    {
        Hurt(t);
        Given.Of(t, "P2").DateOfBirth = "2012-01-01";
    }).AsAlert().JudgedBy(Rule).Findings.Count.ShouldBe(1);

    [Fact]
    public void Without_a_birth_date_it_is_undecided() => Rule.Undecided(t =>
    {
        Hurt(t);
        Given.Of(t, "P2").DateOfBirth = "";
    }).ShouldBe(["persons[P2].date_of_birth"]);

    private static void Hurt(Transfer transfer) =>
        transfer.Relationships.Add(new Relationship { Item = Given.Id("R12"), A = "P2", B = "P5", Intimate = YesNo.Yes, Abuse = Relationship.Types.Abuse.Suspected });
}
