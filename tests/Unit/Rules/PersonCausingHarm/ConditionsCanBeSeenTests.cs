using InfoSharing.Validator.Rules.PersonCausingHarm;
using Flag = InfoSharing.V1.Perpetrator.Types.Flag;

namespace InfoSharing.Tests.Unit.Rules.PersonCausingHarm;

public sealed class ConditionsCanBeSeenTests
{
    private static readonly ConditionsCanBeSeen Rule = new();

    [Fact]
    public void Terms_and_an_end_pass() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Fact]
    public void No_condition_of_the_kind_warns() => Rule.Found(t => t.Conditions.RemoveAt(0)).ShouldBe(["Warn perpetrators[PH5].flags list=PROTECTIVE_ORDER person_causing_harm=P5"]);

    [Theory]
    [InlineData("terms", "", "2027-07-16", false, 0)]
    [InlineData("", "the court office", "2027-07-16", false, 0)]
    [InlineData("", "", "2027-07-16", false, 1)]
    [InlineData("terms", "", "", false, 1)]
    [InlineData("terms", "", "", true, 0)]
    public void Terms_or_whom_to_ask_and_an_end_or_none(string terms, string ask, string ends, bool noEnd, int findings) => Rule.Found(t =>
    {
        var condition = t.Conditions[0];
        (condition.Terms, condition.Ask, condition.EndsOn, condition.NoEnd) = (Given.Written(terms), ask, ends, noEnd);
    }).Length.ShouldBe(findings);

    [Fact]
    public void Every_flag_that_cannot_be_seen_is_listed_once() => Rule.Found(t => t.Perpetrators[0].Flags.Add([Flag.Bail, Flag.Licence, Flag.Bail]))
        .ShouldBe(["Warn perpetrators[PH5].flags list=BAIL,LICENCE person_causing_harm=P5"]);

    [Theory]
    [InlineData(1u, 2u, 0)]
    [InlineData(0u, 2u, 1)]
    [InlineData(1u, 0u, 1)]
    public void MAPPA_has_its_level_and_category(uint category, uint level, int findings) => Rule.Found(t =>
    {
        t.Perpetrators[0].Flags.Add(Flag.Mappa);
        t.Perpetrators[0].Mappa = new() { Category = category, Level = level };
    }).Length.ShouldBe(findings);

    [Fact]
    public void Another_persons_condition_does_not_answer() => Rule.Found(t => t.Conditions[0].Person = "P6").Length.ShouldBe(1);
}
