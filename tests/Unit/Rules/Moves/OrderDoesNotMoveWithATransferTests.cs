using InfoSharing.V1;
using InfoSharing.Validator.Rules.Moves;
using Kind = InfoSharing.V1.Court.Types.Order.Types.Kind;
using MovesBy = InfoSharing.V1.Court.Types.Order.Types.MovesBy;

namespace InfoSharing.Tests.Unit.Rules.Moves;

public sealed class OrderDoesNotMoveWithATransferTests
{
    private static readonly OrderDoesNotMoveWithATransfer Rule = new();

    [Fact]
    public void An_order_that_has_ended_passes() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Theory]
    [InlineData(Kind.Epo, 1)]
    [InlineData(Kind.PoliceProtection, 1)]
    [InlineData(Kind.Ico, 1)]
    [InlineData(Kind.Care, 1)]
    [InlineData(Kind.InterimSupervision, 1)]
    [InlineData(Kind.Supervision, 1)]
    [InlineData(Kind.Fao, 1)]
    [InlineData(Kind.ChildAssessment, 1)]
    [InlineData(Kind.ChildArrangements, 0)]
    [InlineData(Kind.S20, 0)]
    [InlineData(Kind.Sgo, 0)]
    [InlineData(Kind.Plo, 0)]
    public void An_order_keeps_its_child_and_the_others_go(Kind kind, int findings)
    {
        var report = Given.Clean(t => Order(t, kind)).JudgedBy(Rule);
        report.Findings.Count.ShouldBe(findings);
        report.ChildrenBlocked.ShouldBe(Enumerable.Repeat("P3", findings));
        report.Handover.ShouldBe(Report.Types.Handover.MayGo);
    }

    [Fact]
    public void It_names_the_order_and_the_authority() =>
        Rule.Found(t => Order(t, Kind.InterimSupervision)).ShouldBe(["Refuse court.orders[OR2] agency=leeds-social-care child=P3 order=INTERIM_SUPERVISION"]);

    [Theory]
    [InlineData("2026-11-01", 0)]
    [InlineData("2026-11-02", 1)]
    public void Until_the_order_ends(string ends, int findings) => Rule.Found(t => Order(t, Kind.Care).EndsOn = ends).Length.ShouldBe(findings);

    [Fact]
    public void An_agreement_or_a_direction_moves_it_with_its_document()
    {
        Rule.Found(t => (Order(t, Kind.Supervision).MovesBy, t.Court.Orders[1].MovesByDocument) = (MovesBy.CourtDirection, "DO3")).ShouldBeEmpty();
        Rule.Found(t => Order(t, Kind.Supervision).MovesBy = MovesBy.BothAreasAgreed).Length.ShouldBe(1);
    }

    [Fact]
    public void A_child_who_does_not_move_is_not_asked_about() => Rule.Found(t => Order(t, Kind.Care).Child = "P5").ShouldBeEmpty();

    [Fact]
    public void No_manager_overrides_a_court() => Rule.Card.Overridable.ShouldBeFalse();

    [Fact]
    public void Live_proceedings_say_which_court_number_and_day()
    {
        Rule.Found(t => t.Court.ProceedingsLive = YesNo.Yes).ShouldBe(["Warn court.proceedings proceedings list=court,case_number,next_hearing"]);
        Rule.Found(t => Live(t)).ShouldBeEmpty();
        Rule.Found(t => Live(t).NextHearing = "").ShouldBe(["Warn court.proceedings[PR1].next_hearing proceedings child=P2,P3 list=next_hearing"]);
        Rule.Found(t => Live(t).CaseNumber = "").ShouldBe(["Warn court.proceedings[PR1].case_number proceedings child=P2,P3 list=case_number"]);
        Rule.Found(t => Live(t).Court = " ").ShouldBe(["Warn court.proceedings[PR1].court proceedings child=P2,P3 list=court"]);
        Rule.Found(t => (Live(t).Court, t.Court.Proceedings[^1].NextHearing) = ("", "")).ShouldBe(["Warn court.proceedings[PR1].court proceedings child=P2,P3 list=court,next_hearing"]);
    }

    [Fact]
    public void An_alert_goes() => Given.Clean(t => Order(t, Kind.Epo)).AsAlert().JudgedBy(Rule).Findings.ShouldBeEmpty();

    private static Court.Types.Order Order(Transfer transfer, Kind kind)
    {
        var order = new Court.Types.Order { Item = Given.Id("OR2"), Child = "P3", Kind = kind, Authority = "leeds-social-care" };
        transfer.Court.Orders.Add(order);
        return order;
    }

    private static Court.Types.Proceedings Live(Transfer transfer)
    {
        var live = new Court.Types.Proceedings { Item = Given.Id("PR1"), Children = { "P3", "P2" }, Court = "Family Court", CaseNumber = "LS26C00011", NextHearing = "2026-12-01" };
        transfer.Court.ProceedingsLive = YesNo.Yes;
        transfer.Court.Proceedings.Add(live);
        return live;
    }
}
