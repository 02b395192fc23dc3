using System.Text.Json;
using Google.Protobuf;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Cli;

public sealed class CheckTests
{
    [Fact]
    public async Task A_refused_hand_over_says_first_that_an_alert_can_go_and_ends_with_1()
    {
        var (code, page, error) = await Shell.Run(Cases.Undecided, "check", "-");

        code.ShouldBe(1);
        page.ShouldStartWith("This can go as an alert now. To hand over, ");
        page.ShouldContain("REFUSE    IS-101  decisions\n          No decision is recorded.");
        page.ShouldContain("          To mend: Add the decision as it stands");
        page.ShouldContain("          Answers L15, L25.");
        error.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_draft_without_a_recipient_is_judged_and_asks_for_one()
    {
        var draft = System.Text.RegularExpressions.Regex.Replace(Cases.Undecided, "\"lead\": \\{[^}]*\\},", "");

        var (code, page, _) = await Shell.Run(draft, "check", "-");

        code.ShouldBe(1);
        page.ShouldContain("TO FILL   lead.agency");
        page.ShouldContain("IS-101");
    }

    [Fact]
    public async Task A_hand_over_to_nobody_is_refused_in_the_report_too()
    {
        var complete = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "Samples", "complete.json"), TestContext.Current.CancellationToken);
        var transfer = JsonParser.Default.Parse<Transfer>(complete);
        transfer.Lead = null;

        var (code, json, error) = await Shell.Run(JsonFormatter.Default.Format(transfer), "check", "-", "--json");

        code.ShouldBe(1);
        var report = JsonParser.Default.Parse<Report>(json);
        report.Findings.ShouldBeEmpty();
        report.Handover.ShouldBe(Report.Types.Handover.Refused);
        error.ShouldStartWith("lead.agency: ");
    }

    [Fact]
    public async Task The_headline_counts_the_findings_that_block()
    {
        var report = await ReportOf(Cases.Undecided);
        var blocking = report.Findings.Count(finding => finding.Severity == Finding.Types.Severity.Refuse);

        var (_, page, _) = await Shell.Run(Cases.Undecided, "check", "-");

        page.ShouldContain($"To hand over, {blocking} {(blocking == 1 ? "thing is" : "things are")} needed.");
    }

    [Fact]
    public async Task The_report_as_JSON_is_the_whole_output_and_holds_references_and_no_name()
    {
        var (code, json, _) = await Shell.Run(Cases.HalfDecided, "check", "-", "--json");

        var report = JsonParser.Default.Parse<Report>(json);
        report.RuleSet.ShouldNotBeEmpty();
        report.Day.ShouldBe("2026-11-02");
        report.Findings.ShouldContain(finding => finding.RuleId == "IS-101" && finding.Params["child"] == "P2");
        code.ShouldBe(report.Handover == Report.Types.Handover.Refused ? 1 : 0);
        using var document = JsonDocument.Parse(json);
        document.RootElement.TryGetProperty("ruleSet", out _).ShouldBeTrue();
        json.ShouldNotContain("Jory");
        json.ShouldNotContain("Fenwick");
        json.ShouldNotContain("2021-03-09");
    }

    [Fact]
    public async Task On_the_page_a_child_has_a_name_beside_the_reference()
    {
        var (_, page, _) = await Shell.Run(Cases.HalfDecided, "check", "-");

        page.ShouldContain("Jory (P2)");
        page.ShouldNotContain("{");
    }

    [Fact]
    public async Task A_phrase_that_blames_is_found_again_on_the_page_and_is_not_in_the_report()
    {
        var blaming = Cases.HalfDecided.Replace("\"children\": [\"P1\"] }", "\"children\": [\"P1\"], \"reasoning\": { \"text\": \"We weighed her lifestyle choice.\" } }", StringComparison.Ordinal);

        var (_, page, _) = await Shell.Run(blaming, "check", "-");
        var (_, json, _) = await Shell.Run(blaming, "check", "-", "--json");

        page.ShouldContain("\"lifestyle choice\" can place responsibility on");
        json.ShouldContain("IS-705");
        json.ShouldNotContain("lifestyle choice");
    }

    [Fact]
    public async Task An_alert_goes_keeps_as_text_what_it_must_and_ends_with_0()
    {
        var (code, page, _) = await Shell.Run(Cases.Alert, "check", "-");

        code.ShouldBe(0);
        page.ShouldStartWith("If someone is in danger now, ring 999.\nThen ring Sandwell's duty team");
        page.ShouldContain("This can go as an alert now.");
        page.ShouldContain("By 11:00 on Monday 2 November 2026:\n    call record");
        page.ShouldContain("identity persons[P1]");
        page.ShouldContain("text kept persons[P1].date_of_birth");
    }

    [Fact]
    public async Task A_file_with_faults_ends_with_2_and_names_each_line_and_field()
    {
        var (code, page, _) = await Shell.Run("{ \"kind\": \"FULL_TRANSFER\",\n \"version\": -1,\n \"persns\": [] }", "check", "-");

        code.ShouldBe(2);
        page.ShouldContain("2 things are to be mended:");
        page.ShouldContain("line 2, column 13  version");
        page.ShouldContain("Did you mean \"persons\"?");
    }

    [Fact]
    public async Task A_shape_that_does_not_hold_has_its_line_too()
    {
        var (code, page, _) = await Shell.Run(Cases.Undecided.Replace("2019-07-01", "2019-07-99", StringComparison.Ordinal), "check", "-");

        code.ShouldBe(2);
        page.ShouldMatch(@"line \d+, column \d+  persons\[P1\]\.date_of_birth");
    }

    [Fact]
    public async Task Faults_as_JSON_have_line_column_field_and_words()
    {
        var (code, json, _) = await Shell.Run("{ \"version\": -1 }", "check", "-", "--json");

        code.ShouldBe(2);
        using var document = JsonDocument.Parse(json);
        var fault = document.RootElement.GetProperty("faults")[0];
        fault.GetProperty("line").GetInt32().ShouldBe(1);
        fault.GetProperty("column").GetInt32().ShouldBe(14);
        fault.GetProperty("field").GetString().ShouldBe("version");
        fault.GetProperty("words").GetString()!.ShouldContain("whole number");
    }

    [Theory]
    [InlineData("no-such-file.json", "There is no such file.")]
    [InlineData(".", "This is a folder.")]
    public async Task What_cannot_be_opened_ends_with_2_and_a_sentence(string file, string words)
    {
        var (code, page, _) = await Shell.Run("", "check", file);

        code.ShouldBe(2);
        page.ShouldContain(words);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "-", "--day", "2 November")]
    [InlineData("check", "-", "--day", "9999-12-31")]
    [InlineData("alert", "-", "--day", "0001-01-01")]
    [InlineData("check", "-", "--loud")]
    public async Task A_command_that_is_not_understood_ends_with_2(params string[] args)
    {
        var (code, _, error) = await Shell.Run("{}", args);

        code.ShouldBe(2);
        error.ShouldContain("--help");
    }

    [Fact]
    public async Task Without_a_word_it_says_what_it_can_do_and_ends_with_2()
    {
        var (code, output, error) = await Shell.Run("");

        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain("check <FILE>");
        error.ShouldContain("alert <FILE>");
    }

    [Fact]
    public async Task Help_calls_the_command_as_people_type_it()
    {
        var (code, output, _) = await Shell.Run("", "check", "--help");

        code.ShouldBe(0);
        output.ShouldContain("infosharing check <FILE>");
        output.ShouldNotContain("InfoSharing.Cli");
    }

    [Fact]
    public async Task What_cannot_be_told_here_is_said_in_words()
    {
        var (_, page, _) = await Shell.Run(Cases.Undecided, "check", "-");

        page.ShouldContain("  IS-910: agencies are known\n");
    }

    [Fact]
    public async Task The_day_can_be_set()
    {
        var (_, json, _) = await Shell.Run(Cases.Alert, "check", "-", "--json", "--day", "2026-12-24");

        JsonParser.Default.Parse<Report>(json).Day.ShouldBe("2026-12-24");
    }

    [Fact]
    public async Task No_line_is_wider_than_80_characters_where_the_words_go_to_a_file()
    {
        var (_, page, _) = await Shell.Run(Cases.Undecided, "check", "-");

        page.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public async Task A_name_cannot_steer_the_terminal()
    {
        var (_, page, _) = await Shell.Run(Cases.HalfDecided.Replace("Jory", "\\u001b[2JJory", StringComparison.Ordinal), "check", "-");

        page.ShouldNotContain("\e");
        page.ShouldContain("Jory (P2)");
    }

    private static async Task<Report> ReportOf(string transfer) =>
        JsonParser.Default.Parse<Report>((await Shell.Run(transfer, "check", "-", "--json")).Out);
}
