using InfoSharing.V1;
using InfoSharing.Validator.Rules.Sharing;

namespace InfoSharing.Tests.Unit.Rules.Sharing;

public sealed class RefugeAddressIsNotCarriedTests
{
    private static readonly RefugeAddressIsNotCarried Rule = new();

    [Fact]
    public void A_PO_box_and_a_duty_number_pass() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Fact]
    public void Address_lines_and_a_postcode_are_withheld() => Rule.Found(t =>
    {
        t.Locations[0].AddressLines.Add("Mossgate Lodge, Hollowmere Lane");
        t.Locations[0].Postcode = "B70 8SZ";
    }).ShouldBe(["Withhold locations[LO1].address_lines", "Withhold locations[LO1].postcode"]);

    [Fact]
    public void Words_that_hold_them_are_withheld() => Rule.Found(t =>
    {
        t.Locations[0].Postcode = "B70 8SZ";
        t.Claims[1].Text.Text_ += " Collected from b708sz.";
    }).ShouldBe(["Withhold claims[C2].text", "Withhold locations[LO1].postcode"]);

    [Theory]
    [InlineData(Location.Types.Kind.DaSafeAccommodation, 1)]
    [InlineData(Location.Types.Kind.Home, 0)]
    public void Only_of_a_refuge_and_safe_accommodation(Location.Types.Kind kind, int findings) => Rule.Found(t =>
    {
        (t.Locations[0].Kind, t.Locations[0].Postcode) = (kind, "B70 8SZ");
    }).Length.ShouldBe(findings);

    [Fact]
    public void Withheld_from_an_alert_too() => Given.Clean(t => t.Locations[0].Postcode = "B70 8SZ").AsAlert().JudgedBy(Rule).Lines().ShouldBe(["Withhold locations[LO1].postcode"]);
}
