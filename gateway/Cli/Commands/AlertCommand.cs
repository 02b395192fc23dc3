using System.CommandLine;
using InfoSharing.Cli.Input;
using InfoSharing.Cli.Presentation;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;
using InfoSharing.Validator.Alerts;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules;
using Google.Protobuf;

namespace InfoSharing.Cli.Commands;

/// <summary><c>alert</c>: the NOTIFICATION that a refused hand-over leaves behind, so that no child waits for its papers.</summary>
internal static class AlertCommand
{
    private const string AlertAlready = "This is an alert already: send it as it is.";

    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithIndentation());

    /// <summary>The command.</summary>
    public static Command Create(TimeProvider clock, Stream? input)
    {
        var file = new Argument<string>("FILE") { Description = "The hand-over, as JSON or binary protobuf; \"-\" reads the standard input." };
        var target = new Option<string>("--out") { Description = "Write the alert to this file, which you alone may read.", HelpName = "FILE2" };
        var day = CheckCommand.DayOption();
        var command = new Command("alert", "Writes the alert that a refused hand-over leaves behind. Ends with 0, or 2 where the hand-over cannot be read or is an alert already.") { file, target, day };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file),
            parsed.GetValue(target),
            clock,
            CheckCommand.Context(clock, parsed.GetValue(day)),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            input));
        return command;
    }

    private static int Run(string file, string? target, TimeProvider clock, JudgingContext context, TextWriter output, TextWriter error, Stream? input)
    {
        var screen = Screen.Of(error);
        if (IsSameFile(file, target))
        {
            screen.Words("--out names the hand-over itself. The alert leaves things out and must not take its place: give another name. Nothing was written.");
            return ExitCode.NotDone;
        }
        var opened = TransferSource.Open(file, input);
        if (opened.Transfer is not { } transfer)
        {
            FaultPage.WriteText(screen, file, opened.Faults);
            return ExitCode.NotDone;
        }
        if (AlertMaker.Make(transfer, Guid.CreateVersion7(clock.GetUtcNow()), context) is not { } made)
        {
            screen.Words(AlertAlready);
            return ExitCode.NotDone;
        }
        if (!Write(made.Notification, target, output, screen)) return ExitCode.NotDone;
        Tell(screen, opened.PartiesMissing.Count > 0, transfer, made, context);
        return ExitCode.Clean;
    }

    private static bool IsSameFile(string file, string? target) =>
        file is not ("-" or "") && target is { Length: > 0 } && string.Equals(Path.GetFullPath(file), Path.GetFullPath(target), StringComparison.Ordinal);

    private static bool Write(Transfer alert, string? target, TextWriter output, Screen screen)
    {
        var json = Json.Format(alert);
        if (target is null)
        {
            output.WriteLine(json);
            return true;
        }
        try
        {
            PrivateFile.Write(target, json + Environment.NewLine);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            screen.Words($"{target} cannot be written: look whether its folder is there, is yours and has room. Nothing was written; without --out the alert goes to the screen.");
            return false;
        }
    }

    private static void Tell(Screen screen, bool goesToNobody, Transfer transfer, MadeAlert made, JudgingContext context)
    {
        CrisisWords.Write(screen, made.Notification);
        var rules = RuleSets.On(context.Day);
        var refused = goesToNobody || rules.Judge(transfer, context).Handover == Report.Types.Handover.Refused;
        screen.Words(refused
            ? "The hand-over is refused as it is. This is its alert, made of what was written: send it now, the full papers can follow."
            : "The hand-over would not be refused as it is. This is its alert all the same, made of what was written.");
        screen.Blank();
        new WithheldList(screen).Write(made.Withheld);
        var owed = rules.Judge(made.Notification, context);
        var names = new Names(made.Notification);
        new OwedList(screen, new RuleWords(owed, new Filling(names, FoundAgain.In(made.Notification))), names).Write(owed.Owed, []);
    }
}
