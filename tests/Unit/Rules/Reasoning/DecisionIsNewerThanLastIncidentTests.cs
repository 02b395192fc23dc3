using Google.Protobuf.WellKnownTypes;
using InfoSharing.V1;
using InfoSharing.Validator.Rules.Reasoning;
using Kind = InfoSharing.V1.ChronologyEntry.Types.Kind;

namespace InfoSharing.Tests.Unit.Rules.Reasoning;

public sealed class DecisionIsNewerThanLastIncidentTests
{
    private static readonly DecisionIsNewerThanLastIncident Rule = new();

    [Fact]
    public void Nothing_after_the_decision_passes() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Theory]
    [InlineData("2026-10-29", 0)]
    [InlineData("2026-10-30", 1)]
    public void An_incident_on_a_later_day_warns(string on, int findings) =>
        Rule.Found(t => Happened(t, on, Kind.Incident)).ShouldBe(Enumerable.Repeat("Warn decisions[D1].made_at child=P3", findings));

    [Theory]
    [InlineData(Kind.Referral, 1)]
    [InlineData(Kind.Visit, 0)]
    public void A_referral_counts_and_a_visit_does_not(Kind kind, int findings) => Rule.Found(t => Happened(t, "2026-10-30", kind)).Length.ShouldBe(findings);

    [Fact]
    public void A_referral_of_the_list_counts() => Rule.Found(t => t.Referrals[0].On = "2026-10-31").ShouldBe(["Warn decisions[D1].made_at child=P3"]);

    [Fact]
    public void The_newest_decision_counts() => Rule.Found(t =>
    {
        Happened(t, "2026-10-30", Kind.Incident);
        t.Decisions[1].MadeAt = Timestamp.FromDateTimeOffset(new(2026, 10, 30, 9, 0, 0, TimeSpan.Zero));
    }).ShouldBeEmpty();

    [Fact]
    public void A_decision_late_in_the_evening_is_of_Londons_day() => Rule.Found(t =>
    {
        Happened(t, "2026-07-15", Kind.Incident);
        foreach (var decision in t.Decisions) decision.MadeAt = Timestamp.FromDateTimeOffset(new(2026, 7, 14, 23, 30, 0, TimeSpan.Zero));
    }).ShouldBeEmpty();

    [Fact]
    public void Without_a_date_of_any_decision_it_is_undecided() => Rule.Undecided(t =>
    {
        foreach (var decision in t.Decisions) decision.MadeAt = null;
    }).ShouldBe(["decisions[D1].made_at"]);

    private static void Happened(Transfer transfer, string on, Kind kind) =>
        transfer.Chronology.Add(new ChronologyEntry { Item = Given.Id("E20"), On = on, Kind = kind, Persons = { "P3" } });
}
