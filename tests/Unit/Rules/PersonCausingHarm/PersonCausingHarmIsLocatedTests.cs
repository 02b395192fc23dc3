using InfoSharing.V1;
using InfoSharing.Validator.Rules.PersonCausingHarm;

namespace InfoSharing.Tests.Unit.Rules.PersonCausingHarm;

public sealed class PersonCausingHarmIsLocatedTests
{
    private static readonly PersonCausingHarmIsLocated Rule = new();

    [Fact]
    public void Where_they_are_and_what_they_know_passes() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Fact]
    public void Each_blank_is_named()
    {
        Rule.Found(t => t.Perpetrators[0].Whereabouts = null).ShouldBe(["Warn perpetrators[PH5].whereabouts person_causing_harm=P5"]);
        Rule.Found(t => t.Perpetrators[0].KnowsNewAddress = default).ShouldBe(["Warn perpetrators[PH5].knows_new_address person_causing_harm=P5"]);
        Rule.Found(t => t.Perpetrators[1].OtherChildrenKnown = default).ShouldBe(["Warn perpetrators[PH6].other_children_known person_causing_harm=P6"]);
    }

    [Fact]
    public void Not_known_is_an_answer() => Rule.Found(t => (t.Perpetrators[0].KnowsNewAddress, t.Perpetrators[0].OtherChildrenKnown) = (YesNo.NotKnown, YesNo.NotKnown)).ShouldBeEmpty();

    [Fact]
    public void Somebody_without_an_entry_is_named() => Rule.Found(t => t.Perpetrators.RemoveAt(1)).ShouldBe(["Warn perpetrators person_causing_harm=P6"]);

    [Fact]
    public void A_second_entry_may_say_it() => Rule.Found(t =>
    {
        t.Perpetrators.Add(new Perpetrator { Person = "P5", Whereabouts = t.Perpetrators[0].Whereabouts });
        t.Perpetrators[0].Whereabouts = null;
    }).ShouldBeEmpty();

    [Fact]
    public void Somebody_who_has_died_is_not_asked_about() => Rule.Found(t =>
    {
        t.Perpetrators.RemoveAt(1);
        Given.Of(t, "P6").DiedOn = "2026-01-01";
    }).ShouldBeEmpty();
}
