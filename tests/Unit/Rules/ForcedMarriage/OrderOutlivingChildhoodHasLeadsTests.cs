using InfoSharing.Validator.Rules.ForcedMarriage;

namespace InfoSharing.Tests.Unit.Rules.ForcedMarriage;

public sealed class OrderOutlivingChildhoodHasLeadsTests
{
    private static readonly OrderOutlivingChildhoodHasLeads Rule = new();

    [Fact]
    public void Two_leads_pass() => Rule.FoundInFm(_ => { }).ShouldBeEmpty();

    [Fact]
    public void Each_lead_is_asked_for()
    {
        Rule.FoundInFm(t => t.ForcedMarriage.Fmpos[0].AdultLead = null).ShouldBe(["Warn forced_marriage.fmpos[FM1] person=P2"]);
        Rule.FoundInFm(t => t.ForcedMarriage.Fmpos[0].PoliceLead = new()).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("2009-10-12", "2027-01-01", 1)] // 18 in twelve months
    [InlineData("2009-10-13", "2027-01-01", 0)] // 18 in a day more, and the order ends before
    [InlineData("2010-10-01", "2028-10-02", 1)] // the order outlasts it
    [InlineData("2010-10-01", "2028-10-01", 0)]
    [InlineData("2008-10-12", "2028-10-01", 0)] // 18 already
    public void Only_where_it_may_outlast_childhood(string born, string expires, int findings) => Rule.FoundInFm(t =>
    {
        Given.Of(t, "P2").DateOfBirth = born;
        var order = t.ForcedMarriage.Fmpos[0];
        (order.UntilFurtherOrder, order.ExpiresOn, order.AdultLead) = (false, expires, null);
    }).Length.ShouldBe(findings);

    [Fact]
    public void Without_a_birth_date_it_is_undecided() => Given.CleanFm(t =>
    {
        t.ForcedMarriage.Fmpos[0].AdultLead = null;
        Given.Of(t, "P2").DateOfBirth = "";
    }).JudgedBy(Rule).Undecided.ShouldHaveSingleItem().Field.ShouldBe("persons[P2].date_of_birth");
}
