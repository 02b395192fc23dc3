using InfoSharing.V1;
using InfoSharing.Validator.Facts;
using InfoSharing.Tests.Unit.Rules;
using Kind = InfoSharing.V1.ChronologyEntry.Types.Kind;

namespace InfoSharing.Tests.Unit.Facts;

public sealed class ReportsTests
{
    private readonly Transfer _transfer = new();

    [Theory]
    [InlineData("2025-11-01", 0)]
    [InlineData("2025-11-02", 1)]
    [InlineData("2026-11-02", 1)]
    [InlineData("2026-11-03", 0)]
    [InlineData("no date", 0)]
    public void Twelve_months_to_the_day_count(string day, int count)
    {
        Entry(day, Kind.Referral, false, "", "P5");
        About("P5").Count.ShouldBe(count);
    }

    [Theory]
    [InlineData(Kind.Referral, false, 1)]
    [InlineData(Kind.Incident, true, 1)]
    [InlineData(Kind.Incident, false, 0)]
    [InlineData(Kind.Visit, true, 0)]
    public void Referrals_and_incidents_of_domestic_abuse_are_reports(Kind kind, bool domestic, int count)
    {
        Entry("2026-06-01", kind, domestic, "", "P5");
        About("P5").Count.ShouldBe(count);
    }

    [Fact]
    public void A_referral_names_its_children_too()
    {
        Referral("2026-06-01", "", ["P5"], ["P2"]);
        About("P2").Single().People.ShouldBe(["P2", "P5"]);
    }

    [Fact]
    public void The_same_day_kind_and_people_count_once()
    {
        Referral("2026-06-01", "", ["P5"], ["P2"]);
        Entry("2026-06-01", Kind.Referral, false, "h1", "P2", "P5", "P5");
        About("P5").Single().Home.ShouldBe("h1");
        Entry("2026-06-01", Kind.Incident, true, "", "P2", "P5");
        Entry("2026-06-01", Kind.Referral, false, "", "P5");
        Entry("2026-06-02", Kind.Referral, false, "", "P2", "P5");
        About("P5").Count.ShouldBe(4);
    }

    [Fact]
    public void Homes_are_counted_only_where_all_are_known()
    {
        Entry("2026-06-01", Kind.Referral, false, "h1", "P5");
        Entry("2026-06-02", Kind.Referral, false, "h2", "P5", "P2");
        new Reports(_transfer, Given.Today).HomesOf("P5").ShouldBe(2);
        Entry("2026-06-03", Kind.Referral, false, "", "P5");
        new Reports(_transfer, Given.Today).HomesOf("P5").ShouldBeNull();
        new Reports(_transfer, Given.Today).HomesOf("P2").ShouldBe(1);
    }

    [Fact]
    public void The_newest_report_has_its_day()
    {
        Entry("2026-06-02", Kind.Referral, false, "", "P5");
        Entry("2026-06-01", Kind.Referral, false, "", "P5");
        var reports = new Reports(_transfer, Given.Today);
        reports.NewestAbout("P5").ShouldBe(new DateOnly(2026, 6, 2));
        reports.NewestAbout("P9").ShouldBeNull();
    }

    [Fact]
    public void A_report_without_a_day_is_named_by_its_path()
    {
        Referral("", "", ["P5"], []);
        new Reports(_transfer, Given.Today).Undated.ShouldBe(["referrals[0].on"]);
    }

    private IReadOnlyList<ReportOfHarm> About(string person) => new Reports(_transfer, Given.Today).About(person);

    private void Entry(string day, Kind kind, bool domestic, string home, params string[] people)
    {
        var entry = new ChronologyEntry { On = day, Kind = kind, DomesticAbuse = domestic, Home = home };
        entry.Persons.Add(people);
        _transfer.Chronology.Add(entry);
    }

    private void Referral(string day, string home, string[] about, string[] children)
    {
        var referral = new Referral { On = day, Home = home };
        referral.About.Add(about);
        referral.Children.Add(children);
        _transfer.Referrals.Add(referral);
    }
}
