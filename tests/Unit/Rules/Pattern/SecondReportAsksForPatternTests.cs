using InfoSharing.V1;
using InfoSharing.Validator.Rules.Pattern;

namespace InfoSharing.Tests.Unit.Rules.Pattern;

public sealed class SecondReportAsksForPatternTests
{
    private static readonly SecondReportAsksForPattern Rule = new();

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    public void Exactly_the_second_report_asks(int reports, int findings) => Rule.Found(t => KeepReports(t, reports)).ShouldBe(Enumerable.Repeat("Warn pattern_analyses person=P5", findings));

    [Fact]
    public void A_pattern_that_was_looked_at_passes() => Rule.Found(t =>
    {
        var analysis = t.PatternAnalyses[0].Clone();
        KeepReports(t, 2);
        t.PatternAnalyses.Add(analysis);
    }).ShouldBeEmpty();

    [Fact]
    public void People_whose_reports_are_all_about_somebody_earlier_add_none() =>
        Rule.Found(t => KeepReports(t, 2)).ShouldNotContain(line => line.EndsWith("P1", StringComparison.Ordinal));

    [Fact]
    public void A_report_without_a_day_leaves_it_undecided() => Rule.Undecided(t =>
    {
        KeepReports(t, 2);
        t.Chronology.First(entry => entry.DomesticAbuse).On = "";
    }).Length.ShouldBe(1);

    private static void KeepReports(Transfer transfer, int count)
    {
        transfer.PatternAnalyses.Clear();
        foreach (var entry in transfer.Chronology.Where(entry => entry.DomesticAbuse).Skip(count).ToList()) transfer.Chronology.Remove(entry);
    }
}
