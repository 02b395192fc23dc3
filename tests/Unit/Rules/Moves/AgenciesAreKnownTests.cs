using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules.Moves;
using static InfoSharing.V1.Party.Types;
using Kind = InfoSharing.V1.Transfer.Types.Kind;

namespace InfoSharing.Tests.Unit.Rules.Moves;

public sealed class AgenciesAreKnownTests
{
    private static readonly AgenciesAreKnown Rule = new();
    private static readonly Known Directory = new("leeds-social-care", "sandwell-social-care", "leeds-police");

    [Fact]
    public void Two_agencies_of_the_directory_pass() => Judge(Given.Family()).ShouldBeEmpty();

    [Fact]
    public void Offline_the_directory_cannot_be_told_and_the_rest_is_judged()
    {
        var transfer = Given.Family();
        transfer.Lead.AreaGss = "E99999999";
        var report = transfer.JudgedBy(Rule);
        report.Lines().ShouldBe(["Warn lead.area_gss"]);
        report.CannotTell.ShouldHaveSingleItem().RuleId.ShouldBe("IS-910");
    }

    [Fact]
    public void An_agency_that_is_not_in_it_is_warned_of()
    {
        var transfer = Given.Family();
        transfer.Lead.Agency = "nowhere-social-care";
        Judge(transfer).ShouldBe(["Warn lead.agency"]);
        transfer.From.Agency = "";
        Judge(transfer).ShouldBe(["Warn from.agency", "Warn lead.agency"]);
    }

    [Fact]
    public void No_parties_at_all_are_warned_of_and_nothing_breaks() => Judge(new Transfer { Kind = Kind.FullTransfer }).ShouldBe(["Warn from.agency", "Warn lead.agency"]);

    [Theory]
    [InlineData(Kind.FullTransfer, 1)]
    [InlineData(Kind.CpTransferIn, 1)]
    [InlineData(Kind.MaracToMarac, 0)]
    [InlineData(Kind.ProbationTransfer, 0)]
    [InlineData(Kind.Notification, 0)]
    public void The_authority_is_asked_of_two_kinds_alone(Kind kind, int findings)
    {
        var transfer = Given.Family();
        transfer.Kind = kind;
        transfer.From.AreaGss = "E07000000";
        Judge(transfer).Length.ShouldBe(findings);
    }

    [Fact]
    public void The_authority_is_asked_between_social_care_parties_alone()
    {
        var transfer = Given.Family();
        (transfer.From.AreaGss, transfer.From.Agency, transfer.From.AgencyKind) = ("E23000009", "leeds-police", AgencyKind.Police);
        Judge(transfer).ShouldBeEmpty();
    }

    [Fact]
    public void A_blank_country_is_warned_of_and_another_nation_has_its_own_areas()
    {
        var transfer = Given.Family();
        (transfer.From.Country, transfer.Lead.Country, transfer.Lead.AreaGss) = (Country.Unspecified, Country.Wls, "W06000015");
        Judge(transfer).ShouldBe(["Warn from.country"]);
    }

    [Fact]
    public void Equal_areas_are_normal()
    {
        var transfer = Given.Family();
        transfer.Lead = transfer.From.Clone();
        Judge(transfer).ShouldBeEmpty();
        transfer.From.Agency = "leeds-police";
        Judge(transfer.AsAlert()).ShouldBeEmpty();
    }

    [Fact]
    public void An_alert_to_nobody_is_warned_of_unless_the_area_is_unknown()
    {
        var alert = Given.Family().AsAlert();
        alert.Lead = null;
        Judge(alert).ShouldBe(["Warn lead"]);
        alert.JudgedBy(Rule).Lines().ShouldBe(["Warn lead"]);
        alert.Lead = new() { AreaUnknown = true };
        Judge(alert).ShouldBeEmpty();
    }

    [Fact]
    public void A_missing_family_alert_has_no_lead()
    {
        var alert = Given.Family();
        (alert.Kind, alert.Lead) = (Kind.MissingFamilyAlert, null);
        Judge(alert).ShouldBeEmpty();
    }

    private static string[] Judge(Transfer transfer) => transfer.JudgedBy(Rule, agencies: Directory).Lines();

    private sealed class Known(params string[] agencies) : IAgencies
    {
        public bool Has(string agency) => agencies.Contains(agency);
    }
}
