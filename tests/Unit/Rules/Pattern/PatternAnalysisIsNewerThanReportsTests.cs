using InfoSharing.Validator.Rules.Pattern;

namespace InfoSharing.Tests.Unit.Rules.Pattern;

public sealed class PatternAnalysisIsNewerThanReportsTests
{
    private static readonly PatternAnalysisIsNewerThanReports Rule = new();

    [Theory]
    [InlineData("2026-06-13", 0)]
    [InlineData("2026-06-12", 1)]
    public void An_analysis_before_the_newest_report_warns(string on, int findings) =>
        Rule.Found(t => t.PatternAnalyses[0].MadeOn = on).ShouldBe(Enumerable.Repeat("Warn pattern_analyses[PA1].made_on person=P5", findings));

    [Fact]
    public void A_newer_analysis_overtakes_an_older_one() => Rule.Found(t =>
    {
        var older = t.PatternAnalyses[0].Clone();
        (older.Item.Id, older.MadeOn) = ("PA0", "2026-03-01");
        t.PatternAnalyses.Add(older);
    }).ShouldBeEmpty();

    [Fact]
    public void Two_people_of_one_analysis_are_one_finding() => Rule.Found(t =>
    {
        t.PatternAnalyses[0].About.Add("P1");
        t.PatternAnalyses[0].MadeOn = "2026-03-01";
    }).ShouldBe(["Warn pattern_analyses[PA1].made_on person=P1,P5"]);

    [Fact]
    public void An_analysis_of_somebody_without_reports_passes() => Rule.Found(t =>
    {
        t.PatternAnalyses[0].About[0] = "P6";
        t.PatternAnalyses[0].MadeOn = "2020-03-01";
    }).ShouldBeEmpty();

    [Fact]
    public void Without_its_day_it_is_undecided() => Rule.Undecided(t => t.PatternAnalyses[0].MadeOn = "").ShouldBe(["pattern_analyses[PA1].made_on"]);
}
