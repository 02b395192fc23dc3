using InfoSharing.V1;
using InfoSharing.Validator.Rules.Sharing;
using Basis = InfoSharing.V1.LawfulBasis.Types.Basis;
using Kind = InfoSharing.V1.Transfer.Types.Kind;

namespace InfoSharing.Tests.Unit.Rules.Sharing;

public sealed class SharingHasLawfulBasisTests
{
    private static readonly SharingHasLawfulBasis Rule = new();

    [Fact]
    public void A_basis_in_the_file_passes_offline()
    {
        var report = With(Basis.PublicTask).JudgedBy(Rule);
        report.Findings.ShouldBeEmpty();
        report.CannotTell.ShouldBeEmpty();
    }

    [Fact]
    public void Blank_offline_is_warned_of_and_the_setting_cannot_be_told()
    {
        var report = With(Basis.Unspecified).JudgedBy(Rule);
        report.Lines().ShouldBe(["Warn lawful_basis.basis child=P2,P3"]);
        report.CannotTell.ShouldHaveSingleItem().RuleId.ShouldBe("IS-801");
    }

    [Fact]
    public void The_agencys_setting_fills_it() => With(Basis.Unspecified).JudgedBy(Rule, Setting(Kind.FullTransfer, "PUBLIC_TASK")).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData(Kind.CpTransferIn, "PUBLIC_TASK")]
    [InlineData(Kind.FullTransfer, "")]
    [InlineData(Kind.FullTransfer, "SOMETHING_ELSE")]
    public void Another_kinds_setting_and_one_that_names_no_basis_do_not(Kind kind, string basis) =>
        With(Basis.Unspecified).JudgedBy(Rule, Setting(kind, basis)).Findings.ShouldHaveSingleItem();

    [Fact]
    public void Turned_up_it_refuses_only_where_the_agencys_own_setting_is_missing()
    {
        var risen = Given.Risen("IS-801");
        With(Basis.Unspecified).JudgedBy(Rule, risen).Handover.ShouldBe(Report.Types.Handover.Refused);
        risen.MergeFrom(Setting(Kind.FullTransfer, "LEGAL_OBLIGATION"));
        With(Basis.Unspecified).JudgedBy(Rule, risen).Handover.ShouldBe(Report.Types.Handover.MayGo);
    }

    [Fact]
    public void Without_a_moving_child_it_names_none()
    {
        var transfer = With(Basis.Unspecified);
        transfer.Persons.Clear();
        transfer.JudgedBy(Rule).Lines().ShouldBe(["Warn lawful_basis.basis"]);
    }

    private static Transfer With(Basis basis)
    {
        var transfer = Given.Family(Given.Child("P3"), Given.Child("P2"));
        transfer.LawfulBasis = basis == Basis.Unspecified ? null : new() { Basis = basis };
        return transfer;
    }

    private static Settings Setting(Kind kind, string basis) => new() { Basis = { new Settings.Types.Basis { Kind = kind, Basis_ = basis } } };
}
