using InfoSharing.Validator.Rules.ForcedMarriage;

namespace InfoSharing.Tests.Unit.Rules.ForcedMarriage;

public sealed class MarriageAgeIsEighteenTests
{
    private static readonly MarriageAgeIsEighteen Rule = new();

    [Theory]
    [InlineData("2008-10-13", 1)]
    [InlineData("2008-10-12", 0)]
    public void It_is_said_of_a_child(string born, int findings) =>
        Rule.FoundInFm(t => Given.Of(t, "P2").DateOfBirth = born).ShouldBe(Enumerable.Repeat("Advise persons[P2] person=P2", findings));

    [Fact]
    public void An_order_in_force_is_enough() => Rule.FoundInFm(t => t.ForcedMarriage.Suspected.Clear()).Length.ShouldBe(1);

    [Fact]
    public void An_order_that_has_ended_is_not() => Rule.FoundInFm(t =>
    {
        t.ForcedMarriage.Suspected.Clear();
        t.ForcedMarriage.Fmpos[0].EndedOn = "2026-10-20";
    }).ShouldBeEmpty();

    [Fact]
    public void Without_a_birth_date_it_is_undecided() =>
        Given.CleanFm(t => Given.Of(t, "P2").DateOfBirth = "").JudgedBy(Rule).Undecided.ShouldHaveSingleItem().Field.ShouldBe("persons[P2].date_of_birth");
}
