using InfoSharing.V1;
using InfoSharing.Validator.Rules.Sharing;

namespace InfoSharing.Tests.Unit.Rules.Sharing;

public sealed class SensitiveDataHasConditionTests
{
    private static readonly SensitiveDataHasCondition Rule = new();

    [Fact]
    public void Each_condition_passes() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Fact]
    public void Special_category_data_needs_its_condition() => Rule.Found(t => t.LawfulBasis.Article9Condition = "").ShouldBe(["Warn lawful_basis.article9_condition class=SPECIAL_CATEGORY_DATA"]);

    [Fact]
    public void Offences_need_their_ground_unless_the_basis_is_part_3()
    {
        Rule.Found(t => t.LawfulBasis.Article10Ground = "").ShouldBe(["Warn lawful_basis.article10_ground class=CRIMINAL_OFFENCE_DATA"]);
        Rule.Found(t => (t.LawfulBasis.Article10Ground, t.LawfulBasis.Basis) = ("", LawfulBasis.Types.Basis.DpaPart3)).ShouldBeEmpty();
    }

    [Fact]
    public void Health_says_on_what_ground_confidence_is_set_aside()
    {
        Rule.Found(t => t.From.AgencyKind = Party.Types.AgencyKind.Health).ShouldBe(["Warn lawful_basis.confidentiality class=CONFIDENTIAL_HEALTH_RECORDS"]);
        Rule.Found(t => (t.From.AgencyKind, t.LawfulBasis.Confidentiality) = (Party.Types.AgencyKind.Health, LawfulBasis.Types.Confidentiality.PublicInterest)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ethnicity")]
    [InlineData("disability")]
    [InlineData("health entry")]
    [InlineData("health record")]
    [InlineData("class")]
    [InlineData("contains")]
    public void What_is_in_the_transfer_counts_as_much_as_what_is_ticked(string holds)
    {
        var transfer = Given.Family(Given.Child("P2"));
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
        switch (holds)
        {
            case "ethnicity": transfer.Persons[0].Ethnicity = "WBRI"; break;
            case "disability": transfer.Persons[0].Disabilities.Add("MOB"); break;
            case "health entry": transfer.Chronology.Add(new ChronologyEntry { Kind = ChronologyEntry.Types.Kind.Health }); break;
            case "health record": transfer.Claims.Add(new Claim { SourceType = Claim.Types.SourceType.HealthRecord }); break;
            case "class": transfer.Claims.Add(new Claim { Item = new() { Id = "C1", Handling = new() { DataClass = Handling.Types.DataClass.BloodBorneVirus } } }); break;
            default: transfer.LawfulBasis = new() { Contains = { LawfulBasis.Types.Content.ReligionOrBelief } }; break;
        }
        transfer.JudgedBy(Rule).Lines().ShouldBe(["Warn lawful_basis.article9_condition class=SPECIAL_CATEGORY_DATA"]);
    }

    [Fact]
    public void A_criminal_offence_alone_is_no_special_category() => Given.Clean(t =>
    {
        t.LawfulBasis = new() { Contains = { LawfulBasis.Types.Content.CriminalOffence }, Article10Ground = "DPA 2018 Sch 1 para 18" };
        foreach (var person in t.Persons) person.Ethnicity = "";
        t.Chronology.Remove(t.Chronology.Single(entry => entry.Kind == ChronologyEntry.Types.Kind.Health));
    }).JudgedBy(Rule).Findings.ShouldBeEmpty();

    [Fact]
    public void The_agencys_setting_fills_it()
    {
        var settings = new Settings { Basis = { new Settings.Types.Basis { Kind = Transfer.Types.Kind.CpTransferIn, Basis_ = "PUBLIC_TASK", Article9Condition = "a", Article10Ground = "b" } } };
        Given.Clean(t => t.LawfulBasis = null).JudgedBy(Rule, settings).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_alone_cannot_tell() => Rule.CannotTell(Given.Clean(t => t.LawfulBasis = null)).ShouldBeTrue();

    [Fact]
    public void It_may_rise() => Rule.FoundRisen(t => t.LawfulBasis.Article9Condition = "")[0].ShouldStartWith("Refuse");
}
