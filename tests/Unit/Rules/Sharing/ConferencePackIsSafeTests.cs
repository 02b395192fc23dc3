using InfoSharing.V1;
using InfoSharing.Validator.Rules.Sharing;
using Share = InfoSharing.V1.Handling.Types.ShareWithFamily;

namespace InfoSharing.Tests.Unit.Rules.Sharing;

public sealed class ConferencePackIsSafeTests
{
    private static readonly ConferencePackIsSafe Rule = new();

    [Fact]
    public void Items_that_the_family_may_have_pass()
    {
        var report = Pack(["P5"], "A4", "E8").JudgedBy(Rule, With(t => t.ChildAssessments[2].Item.Handling.ShareWithFamily = Share.Yes));
        report.Findings.ShouldBeEmpty();
        report.Handover.ShouldBe(Report.Types.Handover.MayGo);
    }

    [Fact]
    public void Blank_is_no() => Pack(["P1"], "E2").JudgedBy(Rule, Samples.Complete()).Lines().ShouldBe(["Refuse items[0] person=P1 what=CHRONOLOGY"]);

    [Fact]
    public void Not_with_somebody_who_gets_the_pack_is_refused_and_the_transfer_is_not_touched()
    {
        var transfer = With(t => { });
        var before = transfer.Clone();
        var report = Pack(["P1", "P5"], "A4").JudgedBy(Rule, transfer);
        report.Lines().ShouldBe(["Refuse items[0] person=P1,P5 what=CHILD_ASSESSMENTS"]);
        report.Handover.ShouldBe(Report.Types.Handover.Refused);
        transfer.ShouldBe(before);
        Pack(["P1"], "A4").JudgedBy(Rule, transfer).Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("C5", "INTELLIGENCE")]
    [InlineData("DO5", "OTHER_VICTIM")]
    [InlineData("LO1", "LOCATION")]
    [InlineData("A3", "LOCATION")] // its key worker is of the new area
    [InlineData("X99", "UNKNOWN_ITEM")]
    public void A_class_a_place_and_what_nobody_knows_stay_out(string item, string what) =>
        Pack(["P1"], item).JudgedBy(Rule, With(_ => { })).Lines().ShouldBe([$"Refuse items[0] person=P1 what={what}"]);

    [Fact]
    public void A_place_in_the_words_of_an_item_stays_out() => Pack(["P5"], "E8").JudgedBy(Rule, With(t => t.Chronology[7].Text.Text_ += " Ring 01632 960733.")).Lines()
        .ShouldBe(["Refuse items[0] person=P5 what=PHONE"]);

    [Fact]
    public void Each_item_is_told_of() => Pack(["P5"], "C5", "E8", "A2").JudgedBy(Rule, With(_ => { })).Findings.Select(one => one.Field).ShouldBe(["items[0]", "items[2]"]);

    private static ConferencePack Pack(string[] givenTo, params string[] items) => new() { GivenTo = { givenTo }, Items = { items } };

    private static Transfer With(Action<Transfer> change) => Given.Clean(t =>
    {
        t.Chronology[7].Item.Handling = new() { ShareWithFamily = Share.Yes };
        change(t);
    });
}
