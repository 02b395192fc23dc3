using InfoSharing.V1;
using InfoSharing.Validator.Rules.Sharing;

namespace InfoSharing.Tests.Unit.Rules.Sharing;

public sealed class ThirdPartyDataIsNecessaryTests
{
    private static readonly ThirdPartyDataIsNecessary Rule = new();

    [Fact]
    public void A_former_partner_who_is_only_named_passes() => Rule.Found(t => Former(t)).ShouldBeEmpty();

    [Fact]
    public void Each_thing_of_theirs_is_named()
    {
        Rule.Found(t => Former(t).Contacts.Add(new Person.Types.Contact { Value = "01632 960111" })).ShouldBe(["Warn persons[P9].contacts person=P9"]);
        Rule.Found(t => Former(t).Identifiers.Add(new Person.Types.Identifier { Value = "1" })).ShouldBe(["Warn persons[P9].identifiers person=P9"]);
        Rule.Found(t =>
        {
            Former(t);
            t.Locations[1].Of.Add("P9");
        }).ShouldBe(["Warn locations[LO2] person=P9"]);
        Rule.Found(t =>
        {
            Former(t);
            t.Chronology[^1].Persons.Add("P9");
        }).ShouldBe(["Warn chronology[E11] person=P9"]);
        Rule.Found(t =>
        {
            Former(t);
            t.Claims[1].SourceType = Claim.Types.SourceType.HealthRecord;
            t.Claims[1].About.Add("P9");
        }).ShouldBe(["Warn claims[C2] person=P9"]);
    }

    [Fact]
    public void A_former_partner_who_was_hurt_is_marked_as_another_victim()
    {
        Rule.Found(t => Hurt(t)).ShouldBe(["Warn relationships[R12] person=P9"]);
        Rule.Found(t => Hurt(t).Item.Handling = OtherVictim()).ShouldBeEmpty();
        Rule.Found(t =>
        {
            Hurt(t);
            Given.Of(t, "P9").Handling = OtherVictim();
        }).ShouldBeEmpty();
    }

    [Fact]
    public void Somebody_of_the_family_is_not_asked_about() => Rule.Found(t =>
    {
        Former(t).Roles.Clear();
        t.Locations[1].Of.Add("P9");
    }).ShouldBeEmpty();

    [Fact]
    public void An_alert_is_told_too() => Given.Clean(t => t.Locations[1].Of.Add(Former(t).Ref)).AsAlert().JudgedBy(Rule).Findings.Count.ShouldBe(1);

    private static Person Former(Transfer transfer)
    {
        var person = new Person { Ref = "P9", Roles = { Person.Types.Role.ContextOnly } };
        transfer.Persons.Add(person);
        return person;
    }

    private static Relationship Hurt(Transfer transfer)
    {
        Former(transfer);
        var one = new Relationship { Item = Given.Id("R12"), A = "P9", B = "P5", Abuse = Relationship.Types.Abuse.Known, Abuser = "P5" };
        transfer.Relationships.Add(one);
        return one;
    }

    private static Handling OtherVictim() => new() { DataClass = Handling.Types.DataClass.OtherVictim };
}
