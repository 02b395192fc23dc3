using InfoSharing.V1;
using InfoSharing.Validator.Rules.Moves;

namespace InfoSharing.Tests.Unit.Rules.Moves;

public sealed class EarlierAreasWereAskedTests
{
    private const string Bradford = "E08000032";
    private const string Leeds = "E08000035";
    private const string Sandwell = "E08000028";
    private const string Wakefield = "E08000036";
    private static readonly EarlierAreasWereAsked Rule = new();

    [Fact]
    public void One_change_is_not_asked_about() => Judge(Stay("M1", Leeds, "2025-02-01", "2026-10-11")).Lines().ShouldBe([]);

    [Fact]
    public void Three_areas_and_a_silent_one_are_warned_of() =>
        Judge(Stay("M1", Bradford, "2020-01-01", "2025-01-31"), Stay("M2", Leeds, "2025-02-01", "")).Lines().ShouldBe(["Warn moves[M1] months=24 n=3"]);

    [Fact]
    public void A_sender_who_is_not_in_the_list_counts_all_the_same() =>
        Judge(Stay("M1", Bradford, "2020-01-01", "2025-01-31")).Lines().ShouldBe(["Warn moves[M1] months=24 n=3"]);

    [Fact]
    public void What_it_knew_or_whom_we_asked_answers()
    {
        var known = Stay("M1", Bradford, "", "2025-01-31");
        known.WhatKnown = Given.Written("A plan that ended in 2021");
        Judge(known).Findings.ShouldBeEmpty();
        var asked = Stay("M1", Bradford, "", "2025-01-31");
        asked.Asked = new() { Answer = EarlierArea.Types.Asked.Types.Answer.NoneReceived };
        Judge(asked).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Each_silent_area_is_a_finding_but_the_senders_own() =>
        Judge(Stay("M3", Leeds, "2025-08-01", ""), Stay("M2", Wakefield, "2025-02-01", "2025-07-31"), Stay("M1", Bradford, "2020-01-01", "2025-01-31"))
            .Lines().ShouldBe(["Warn moves[M1] months=24 n=4", "Warn moves[M2] months=24 n=4"]);

    [Fact]
    public void Two_stays_in_one_area_need_one_line()
    {
        var (before, back) = (Stay("M1", Bradford, "2020-01-01", "2025-01-31"), Stay("M3", Bradford, "2025-08-01", "2025-12-31"));
        var between = Stay("M2", Leeds, "2025-02-01", "2025-07-31");
        Judge(before, between, back).Lines().ShouldBe(["Warn moves[M1] months=24 n=3"]);
        back.WhatKnown = Given.Written("Two reports");
        Judge(before, between, back).Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2024-11-02", 1)]
    [InlineData("2024-11-01", 0)]
    public void Only_changes_in_the_24_months_to_the_day_count(string leedsFrom, int findings) =>
        Judge(Stay("M1", Bradford, "2020-01-01", ""), Stay("M2", Leeds, leedsFrom, "")).Findings.Count.ShouldBe(findings);

    [Fact]
    public void The_months_and_the_changes_are_settings()
    {
        var transfer = With(Stay("M1", Bradford, "", "2024-06-30"));
        var settings = new Settings { Thresholds = { new Settings.Types.Threshold { RuleId = "IS-915", Name = "months", Value = 36 } } };
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
        transfer.JudgedBy(Rule, settings).Lines().ShouldBe(["Warn moves[M1] months=36 n=3"]);
        settings.Thresholds.Add(new Settings.Types.Threshold { RuleId = "IS-915", Name = "changes", Value = 3 });
        transfer.JudgedBy(Rule, settings).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_change_without_a_date_is_undecided()
    {
        var report = Judge(Stay("M1", Bradford, "", ""));
        report.Findings.ShouldBeEmpty();
        report.Undecided.ShouldHaveSingleItem().Field.ShouldBe("moves[M1].from");
    }

    [Fact]
    public void A_move_inside_the_area_is_no_change()
    {
        var transfer = With(Stay("M1", Bradford, "", "2025-01-31"));
        transfer.Lead.AreaGss = Leeds;
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Abroad_is_an_area_by_its_country()
    {
        var abroad = Stay("M1", "", "", "2025-01-31");
        abroad.Country = Party.Types.Country.Sct;
        Judge(abroad).Lines().ShouldBe(["Warn moves[M1] months=24 n=3"]);
    }

    [Fact]
    public void The_area_that_receives_may_be_an_earlier_one_too() =>
        Judge(Stay("M1", Sandwell, "", "2025-01-31")).Lines().ShouldBe(["Warn moves[M1] months=24 n=2"]);

    private static Report Judge(params EarlierArea[] moves) => With(moves).JudgedBy(Rule);

    private static Transfer With(params EarlierArea[] moves)
    {
        var transfer = Given.Family();
        transfer.Moves.Add(moves);
        return transfer;
    }

    private static EarlierArea Stay(string id, string area, string from, string to) => new() { Item = Given.Id(id), AreaGss = area, From = from, To = to };
}
