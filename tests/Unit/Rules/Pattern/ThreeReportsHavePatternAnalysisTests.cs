using Google.Protobuf;
using InfoSharing.V1;
using InfoSharing.Validator.Rules.Pattern;

namespace InfoSharing.Tests.Unit.Rules.Pattern;

public sealed class ThreeReportsHavePatternAnalysisTests
{
    private readonly ThreeReportsHavePatternAnalysis _rule = new();
    private readonly List<IMessage> _parts = [Given.AdultVictim("P1"), Given.MovingChild("P2"), Given.AdultCausingHarm("P5")];

    [Fact]
    public void Two_reports_pass()
    {
        Report("2026-03-01", "P5");
        Report("2026-05-01", "P5");
        Judge().ShouldBeEmpty();
    }

    [Fact]
    public void Three_reports_are_refused_with_their_homes()
    {
        Report("2026-03-01", "h1", "P5");
        Report("2026-05-01", "h2", "P5");
        Report("2026-06-01", "h2", "P5");
        Judge().ShouldBe(["REFUSE pattern_analyses n=3 number=2 person=P5"]);
    }

    [Fact]
    public void Without_every_home_the_text_names_none()
    {
        Report("2026-03-01", "h1", "P5");
        Report("2026-05-01", "h2", "P5");
        Report("2026-06-01", "", "P5");
        Judge().ShouldBe(["REFUSE pattern_analyses without_homes n=3 person=P5"]);
    }

    [Fact]
    public void An_analysis_of_the_person_answers()
    {
        ThreeReports("P5");
        _parts.Add(Analysis("Rising since the summer.", "P5"));
        Judge().ShouldBeEmpty();
    }

    [Fact]
    public void An_analysis_without_text_does_not()
    {
        ThreeReports("P5");
        _parts.Add(Analysis(" ", "P5"));
        Judge().Length.ShouldBe(1);
    }

    [Fact]
    public void An_analysis_of_someone_whose_reports_include_all_of_theirs_answers()
    {
        ThreeReports("P1", "P5");
        _parts.Add(Analysis("Rising since the summer.", "P5"));
        Judge().ShouldBeEmpty();
    }

    [Fact]
    public void An_analysis_of_someone_whose_reports_miss_one_does_not()
    {
        ThreeReports("P1", "P5");
        Report("2026-09-09", "h", "P1");
        _parts.Add(Analysis("Rising since the summer.", "P5"));
        Judge().ShouldBe(["REFUSE pattern_analyses n=4 number=1 person=P1"]);
    }

    [Fact]
    public void Whoever_causes_harm_comes_first_and_the_others_add_none()
    {
        ThreeReports("P2", "P1", "P5");
        Judge().ShouldBe(["REFUSE pattern_analyses n=3 number=1 person=P5"]);
    }

    [Fact]
    public void A_child_with_a_report_more_adds_its_own()
    {
        ThreeReports("P2", "P5");
        Report("2026-09-09", "h", "P2");
        Judge().ShouldBe(["REFUSE pattern_analyses n=3 number=1 person=P5", "REFUSE pattern_analyses n=4 number=1 person=P2"]);
    }

    [Fact]
    public void Somebody_who_is_neither_is_not_counted()
    {
        _parts.Add(Given.Somebody("P8", "1960-01-01", V1.Person.Types.Role.SignificantAdult));
        ThreeReports("P8");
        Judge().ShouldBeEmpty();
    }

    [Fact]
    public void How_many_are_enough_is_a_setting()
    {
        ThreeReports("P5");
        var settings = new Settings();
        settings.Thresholds.Add(new Settings.Types.Threshold { RuleId = "IS-302", Name = "reports", Value = 4 });
        Given.Of(_rule, Given.TransferOf([.. _parts]), settings).Lines().ShouldBeEmpty();
    }

    [Fact]
    public void A_report_without_a_day_is_undecided()
    {
        Report("", "h", "P5");
        var found = Given.Of(_rule, Given.TransferOf([.. _parts]));
        found.Lines().ShouldBeEmpty();
        found.UndecidedOnes.Single().Field.ShouldBe("chronology[E0].on");
    }

    [Fact]
    public void A_ref_that_names_nobody_does_no_harm()
    {
        ThreeReports("P99");
        _parts.Add(Analysis("words", "P98"));
        Judge().ShouldBeEmpty();
    }

    private void ThreeReports(params string[] people)
    {
        foreach (var day in new[] { "2026-03-01", "2026-05-01", "2026-06-01" }) Report(day, "h", people);
    }

    private void Report(string day, string home, params string[] people)
    {
        if (people.Length == 0) (people, home) = ([home], "");
        var entry = new ChronologyEntry { Item = new() { Id = $"E{_parts.OfType<ChronologyEntry>().Count()}" }, On = day, Kind = ChronologyEntry.Types.Kind.Referral, Home = home };
        entry.Persons.Add(people);
        _parts.Add(entry);
    }

    private static PatternAnalysis Analysis(string text, params string[] about)
    {
        var analysis = new PatternAnalysis { Text = Given.Written(text) };
        analysis.About.Add(about);
        return analysis;
    }

    private string[] Judge() => Given.Of(_rule, Given.TransferOf([.. _parts])).Lines();
}
