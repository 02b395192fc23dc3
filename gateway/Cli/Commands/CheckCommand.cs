using System.CommandLine;
using InfoSharing.Cli.Input;
using InfoSharing.Cli.Presentation;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules;
using Google.Protobuf;

namespace InfoSharing.Cli.Commands;

/// <summary><c>check</c>: judges a transfer offline, and says first what can be done with it.</summary>
internal static class CheckCommand
{
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithIndentation());

    /// <summary>The command.</summary>
    public static Command Create(TimeProvider clock, Stream? input)
    {
        var file = new Argument<string>("FILE") { Description = "The transfer, as JSON or binary protobuf; \"-\" reads the standard input." };
        var json = new Option<bool>("--json") { Description = "Write the report as protobuf JSON: references to people, never names." };
        var day = DayOption();
        var command = new Command("check", "Judges a transfer offline. Ends with 0 where it may be handed over, 1 where it is refused as a hand-over, 2 where it cannot be read.") { file, json, day };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file),
            parsed.GetValue(json),
            Context(clock, parsed.GetValue(day)),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            input));
        return command;
    }

    /// <summary>The option that both verbs have: the day as on which a transfer is judged.</summary>
    internal static Option<DateOnly?> DayOption() => new("--day")
    {
        Description = "Judge as on this day, YYYY-MM-DD; today in London where it is not given.",
        HelpName = "DAY",
        CustomParser = result =>
        {
            // The years that a transfer may name: a due date after the last day of the calendar is none.
            if (Dates.Read(result.Tokens[0].Value) is { Year: >= 1900 and < 2200 } day) return day;
            result.AddError("--day wants a day between 1900 and 2200 as YYYY-MM-DD: 2026-11-02.");
            return null;
        },
    };

    /// <summary>The clock's instant, or noon of the day that was asked for.</summary>
    internal static JudgingContext Context(TimeProvider clock, DateOnly? day) =>
        new() { At = day is { } asked ? new DateTimeOffset(asked, new TimeOnly(12, 0), TimeSpan.Zero) : clock.GetUtcNow() };

    private static int Run(string file, bool json, JudgingContext context, TextWriter output, TextWriter error, Stream? input)
    {
        var opened = TransferSource.Open(file, input);
        if (opened.Transfer is not { } transfer)
        {
            if (json) FaultPage.WriteJson(output, opened.Faults);
            else FaultPage.WriteText(Screen.Of(output), file, opened.Faults);
            return ExitCode.NotDone;
        }

        var report = RuleSets.On(context.Day).Judge(transfer, context);
        // A hand-over to nobody is refused, and the report says so too: a program reads it and not our page.
        if (opened.PartiesMissing.Count > 0) report.Handover = Report.Types.Handover.Refused;
        if (json)
        {
            output.WriteLine(Json.Format(report));
            foreach (var party in opened.PartiesMissing) error.WriteLine($"{party.Field}: {party.Words}");
        }
        else
        {
            var screen = Screen.Of(output);
            new ReportPage(screen, transfer, report, opened.PartiesMissing).Write();
            FaultPage.WriteKept(screen, opened.Faults);
        }
        return report.Handover == Report.Types.Handover.Refused ? ExitCode.WithFindings : ExitCode.Clean;
    }
}
