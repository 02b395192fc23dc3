using InfoSharing.V1;
using InfoSharing.Validator.Rules.Moves;
using Country = InfoSharing.V1.Party.Types.Country;

namespace InfoSharing.Tests.Unit.Rules.Moves;

public sealed class ShortStayIsSharedTests
{
    private static readonly ShortStayIsShared Rule = new();

    [Fact]
    public void A_move_for_good_passes() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Fact]
    public void A_temporary_stay_advises() => Rule.Found(t => t.Move.Permanence = Move.Types.Permanence.Temporary).ShouldBe(["Advise move.permanence"]);

    [Theory]
    [InlineData(14u, Country.Eng, 1)]
    [InlineData(15u, Country.Eng, 0)]
    [InlineData(0u, Country.Eng, 1)]
    [InlineData(84u, Country.Wls, 1)]
    [InlineData(85u, Country.Wls, 0)]
    public void A_short_one_advises_and_in_Wales_up_to_twelve_weeks(uint days, Country country, int findings) =>
        Rule.Found(t => (t.Move.ExpectedDays, t.Lead.Country) = (days, country)).ShouldBe(Enumerable.Repeat("Advise move.expected_days", findings));

    [Fact]
    public void An_alert_is_told_too() => Given.Clean(t => t.Move.ExpectedDays = 3).AsAlert().JudgedBy(Rule).Findings.Count.ShouldBe(1);
}
