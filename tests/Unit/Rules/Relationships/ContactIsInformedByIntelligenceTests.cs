using InfoSharing.V1;
using InfoSharing.Validator.Rules.Relationships;
using static InfoSharing.V1.Party.Types;
using Check = InfoSharing.V1.ContactArrangement.Types.IntelligenceCheck;
using Kind = InfoSharing.V1.ContactArrangement.Types.Kind;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Tests.Unit.Rules.Relationships;

public sealed class ContactIsInformedByIntelligenceTests
{
    private const string Refused = "Refuse contact_arrangements[K1].intelligence_check child=P2 person=P6";
    private static readonly ContactIsInformedByIntelligence Rule = new();

    [Fact]
    public void A_check_that_was_done_passes() => Judge(new() { Done = Check.Types.Done.Yes }).ShouldBeEmpty();

    [Fact]
    public void No_check_is_refused_from_social_care() => Judge(null).ShouldBe([Refused]);

    [Fact]
    public void Why_it_cannot_be_had_and_what_is_done_meanwhile_pass() =>
        Judge(new() { Done = Check.Types.Done.No, WhyNot = Given.Written("Police have no capacity"), InterimSafeguard = Given.Written("Contact is paused") }).ShouldBeEmpty();

    [Fact]
    public void A_reason_without_a_safeguard_is_refused() => Judge(new() { Done = Check.Types.Done.No, WhyNot = Given.Written("No capacity") }).ShouldBe([Refused]);

    [Fact]
    public void A_safeguard_without_a_reason_is_refused() => Judge(new() { InterimSafeguard = Given.Written("Contact is paused") }).ShouldBe([Refused]);

    [Fact]
    public void Police_are_refused_too_and_asking_is_not_enough() =>
        Judge(new() { AskedPoliceOn = "2026-10-01" }, from: AgencyKind.Police).ShouldBe([Refused]);

    [Theory]
    [InlineData(AgencyKind.Health)]
    [InlineData(AgencyKind.Probation)]
    [InlineData(AgencyKind.Unspecified)]
    public void Others_are_warned_in_other_words(AgencyKind from) =>
        Judge(null, from: from).ShouldBe(["Warn contact_arrangements[K1].intelligence_check others area=E08000035 child=P2 person=P6"]);

    [Fact]
    public void Others_who_have_asked_the_police_pass() => Judge(new() { AskedPoliceOn = "2026-10-01" }, from: AgencyKind.Health).ShouldBeEmpty();

    [Fact]
    public void The_others_text_travels_with_the_report() =>
        Family(null, Kind.Supervised, AgencyKind.Health).JudgedBy(Rule).Texts.ShouldHaveSingleItem().Template.ShouldBe("Ask {area} police for the check; record when you asked.");

    [Theory]
    [InlineData(Kind.None, 0)]
    [InlineData(Kind.Unspecified, 0)]
    [InlineData(Kind.Indirect, 1)]
    [InlineData(Kind.Unsupervised, 1)]
    public void Only_where_there_is_contact(Kind kind, int findings) => Judge(null, kind).Length.ShouldBe(findings);

    [Fact]
    public void Contact_with_somebody_who_abused_nobody_is_not_asked_about()
    {
        var transfer = Family(null, Kind.Unsupervised, AgencyKind.SocialCare);
        transfer.ContactArrangements[0].Person = "P1";
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_stepchild_in_contact_with_the_same_person_is_asked_about_too()
    {
        var transfer = Family(new() { Done = Check.Types.Done.Yes }, Kind.Supervised, AgencyKind.SocialCare);
        transfer.ContactArrangements.Add(new ContactArrangement { Item = Given.Id("K2"), Child = "P3", Person = "P6", Kind = Kind.Supervised });
        transfer.JudgedBy(Rule).Lines().ShouldBe(["Refuse contact_arrangements[K2].intelligence_check child=P3 person=P6"]);
    }

    private static string[] Judge(Check? check, Kind kind = Kind.Supervised, AgencyKind from = AgencyKind.SocialCare) => Family(check, kind, from).JudgedBy(Rule).Lines();

    private static Transfer Family(Check? check, Kind kind, AgencyKind from)
    {
        var transfer = Given.Family(Given.Adult("P1", Role.Victim), Given.Adult("P6", Role.AllegedPerpetrator), Given.Child("P2"), Given.Child("P3"));
        transfer.From.AgencyKind = from;
        transfer.Relationships.Add(new Relationship { A = "P1", B = "P6", Abuse = Relationship.Types.Abuse.Known, Abuser = "P6", Children = { "P2" } });
        transfer.ContactArrangements.Add(new ContactArrangement { Item = Given.Id("K1"), Child = "P2", Person = "P6", Kind = kind, IntelligenceCheck = check });
        return transfer;
    }
}
