using InfoSharing.V1;
using InfoSharing.Validator.Rules.Relationships;
using Abuse = InfoSharing.V1.Relationship.Types.Abuse;
using Kind = InfoSharing.V1.ContactArrangement.Types.Kind;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Tests.Unit.Rules.Relationships;

public sealed class ContactWithHarmfulParentIsRecordedTests
{
    private static readonly ContactWithHarmfulParentIsRecorded Rule = new();

    [Fact]
    public void No_contact_is_an_arrangement() => Family(abuser: "P5", with: ("P2", "P5", Kind.None)).JudgedBy(Rule).Findings.ShouldBeEmpty();

    [Fact]
    public void A_missing_arrangement_is_refused_for_that_child_alone()
    {
        var report = Family(abuser: "P5", with: ("P3", "P5", Kind.None)).JudgedBy(Rule);
        report.Lines().ShouldBe(["Refuse contact_arrangements child=P2 person=P5"]);
        report.ChildrenBlocked.ShouldBe(["P2"]);
    }

    [Fact]
    public void An_arrangement_without_a_kind_says_nothing() =>
        Family(abuser: "P5", with: ("P2", "P5", Kind.Unspecified)).JudgedBy(Rule).Lines().ShouldBe(["Refuse contact_arrangements child=P2 person=P5"]);

    [Fact]
    public void An_arrangement_with_somebody_else_does_not_answer() =>
        Family(abuser: "P5", with: ("P2", "P6", Kind.None)).JudgedBy(Rule).Lines().ShouldBe(["Refuse contact_arrangements child=P2 person=P5"]);

    [Fact]
    public void With_a_blank_abuser_it_is_the_one_who_is_not_the_victim() =>
        Family(abuser: "").JudgedBy(Rule).Lines().ShouldBe(["Refuse contact_arrangements child=P2 person=P5"]);

    [Fact]
    public void With_no_victim_marked_either_parent_answers()
    {
        var transfer = Family(abuser: "");
        transfer.Persons[0].Roles.Clear();
        transfer.JudgedBy(Rule).Lines().ShouldBe(["Refuse contact_arrangements child=P2 person=P1,P5"]);
        transfer.ContactArrangements.Add(new ContactArrangement { Child = "P2", Person = "P5", Kind = Kind.Supervised });
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Abuse.Suspected)]
    [InlineData(Abuse.NoneKnown)]
    [InlineData(Abuse.Unspecified)]
    public void Only_known_abuse_asks(Abuse abuse)
    {
        var transfer = Family(abuser: "P5");
        transfer.Relationships[0].Abuse = abuse;
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_child_who_does_not_move_is_not_asked_about()
    {
        var transfer = Family(abuser: "P5");
        transfer.Persons[2].InMovingHousehold = YesNo.No;
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void There_is_no_contact_with_an_abuser_who_has_died()
    {
        var transfer = Family(abuser: "P5");
        transfer.Persons[1].DiedOn = "2026-01-01";
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Refs_that_name_nobody_do_no_harm()
    {
        var transfer = Family(abuser: "P99");
        transfer.Relationships[0].Children.Add("P98");
        transfer.JudgedBy(Rule).Lines().ShouldBe(["Refuse contact_arrangements child=P2 person=P99"]);
    }

    private static Transfer Family(string abuser, (string Child, string Person, Kind Kind)? with = null)
    {
        var transfer = Given.Family(Given.Adult("P1", Role.Victim), Given.Adult("P5", Role.AllegedPerpetrator), Given.Child("P2"), Given.Child("P3"));
        transfer.Relationships.Add(new Relationship { A = "P1", B = "P5", Abuse = Abuse.Known, Abuser = abuser, Children = { "P2" } });
        if (with is var (child, person, kind)) transfer.ContactArrangements.Add(new ContactArrangement { Item = Given.Id("K1"), Child = child, Person = person, Kind = kind });
        return transfer;
    }
}
