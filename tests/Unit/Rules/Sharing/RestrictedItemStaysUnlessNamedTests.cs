using InfoSharing.V1;
using InfoSharing.Validator.Rules.Sharing;
using Class = InfoSharing.V1.Handling.Types.DataClass;

namespace InfoSharing.Tests.Unit.Rules.Sharing;

public sealed class RestrictedItemStaysUnlessNamedTests
{
    private static readonly RestrictedItemStaysUnlessNamed Rule = new();

    [Fact]
    public void Items_that_are_rightly_named_pass() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Theory]
    [InlineData(Class.GenderHistory, true, true, true, 0)]
    [InlineData(Class.GenderHistory, true, true, false, 1)]
    [InlineData(Class.AdoptionIdentity, true, true, false, 1)]
    [InlineData(Class.ProtectedPerson, true, true, false, 1)]
    [InlineData(Class.BloodBorneVirus, true, true, false, 0)]
    [InlineData(Class.BloodBorneVirus, false, true, true, 1)]
    [InlineData(Class.BloodBorneVirus, true, false, true, 1)]
    public void A_restricted_item_names_who_and_why_and_the_first_three_who_approved(Class one, bool named, bool because, bool approved, int findings) => Rule.Found(t =>
    {
        var handling = new Handling { DataClass = one, NecessaryBecause = because ? "the birth plan" : "", ApprovedBy = approved ? Given.Worker : null };
        if (named) handling.NamedFor.Add("sandwell-social-care");
        t.Claims[1].Item.Handling = handling;
    }).Length.ShouldBe(findings);

    [Fact]
    public void The_class_is_told_to_the_sender() => Rule.Found(t => t.Claims[1].Item.Handling = new() { DataClass = Class.AdoptionIdentity }).ShouldBe(["Withhold claims[C2] class=ADOPTION_IDENTITY"]);

    [Fact]
    public void The_rest_goes_and_no_manager_lets_it_go()
    {
        var report = Given.Clean(t => t.Claims[1].Item.Handling = new() { DataClass = Class.AdoptionIdentity }).JudgedBy(Rule);
        report.Handover.ShouldBe(Report.Types.Handover.MayGo);
        Rule.Card.Overridable.ShouldBeFalse();
    }

    [Fact]
    public void Withheld_from_an_alert_too() => Given.Clean(t => t.Claims[1].Item.Handling = new() { DataClass = Class.AdoptionIdentity }).AsAlert().JudgedBy(Rule).Findings.Count.ShouldBe(1);
}
