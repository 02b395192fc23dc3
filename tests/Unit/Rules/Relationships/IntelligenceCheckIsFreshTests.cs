using InfoSharing.V1;
using InfoSharing.Validator.Rules.Relationships;

namespace InfoSharing.Tests.Unit.Rules.Relationships;

public sealed class IntelligenceCheckIsFreshTests
{
    private static readonly IntelligenceCheckIsFresh Rule = new();

    [Fact]
    public void A_check_of_last_month_passes() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Theory]
    [InlineData("2026-08-02", 0)]
    [InlineData("2026-08-01", 1)]
    public void A_check_of_over_three_months_warns(string on, int findings) => Rule.Found(t => Checked(t, on))
        .ShouldBe(Enumerable.Repeat("Warn contact_arrangements[K1].intelligence_check.date n=3 person=P6", findings));

    [Theory]
    [InlineData("2026-10-14", 0)]
    [InlineData("2026-10-15", 1)]
    public void A_check_before_an_incident_that_names_the_person_warns(string on, int findings) => Rule.Found(t =>
        t.Chronology.Add(new ChronologyEntry { Item = Given.Id("E20"), On = on, Kind = ChronologyEntry.Types.Kind.Incident, Persons = { "P6" } })).Length.ShouldBe(findings);

    [Fact]
    public void An_incident_of_somebody_else_does_not_count() => Rule.Found(t =>
        t.Chronology.Add(new ChronologyEntry { On = "2026-10-30", Kind = ChronologyEntry.Types.Kind.Incident, Persons = { "P5" } })).ShouldBeEmpty();

    [Fact]
    public void Where_there_is_no_contact_nothing_is_asked() => Rule.Found(t =>
    {
        Checked(t, "2020-01-01");
        t.ContactArrangements[0].Kind = ContactArrangement.Types.Kind.None;
    }).ShouldBeEmpty();

    [Fact]
    public void Without_its_date_it_is_undecided() => Rule.Undecided(t => Checked(t, "")).ShouldBe(["contact_arrangements[K1].intelligence_check.date"]);

    [Fact]
    public void The_months_are_a_setting() => Given.Clean(t => Checked(t, "2026-08-01")).JudgedBy(Rule, Given.With("IS-208", "months", 6)).Findings.ShouldBeEmpty();

    private static void Checked(Transfer transfer, string on) => transfer.ContactArrangements[0].IntelligenceCheck.Date = on;
}
