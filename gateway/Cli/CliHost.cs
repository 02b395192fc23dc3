using System.CommandLine;
using System.CommandLine.Help;
using InfoSharing.Cli.Commands;

namespace InfoSharing.Cli;

/// <summary>The command line as a whole: its verbs, and how one is run.</summary>
internal static class CliHost
{
    /// <summary>Runs one command. Its end is 0, 1 or 2 as the verb says; 2 also where the command was not understood, 70 where we failed.</summary>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error, TimeProvider? clock = null, Stream? input = null, CancellationToken cancel = default)
    {
        var root = Root(clock ?? TimeProvider.System, input);
        if (args.Length == 0)
        {
            await root.Parse("--help").InvokeAsync(new InvocationConfiguration { Output = error, Error = error }, cancel);
            return ExitCode.NotDone;
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors) await error.WriteLineAsync(fault.Message);
            await error.WriteLineAsync($"'infosharing {string.Join(' ', VerbsOf(parsed).Reverse().Append("--help"))}' shows how it is used.");
            return ExitCode.NotDone;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException) // the edge of the process: a failure becomes words and a code, and neither may hold a word of a case
        {
            await error.WriteLineAsync($"Something went wrong in this program, and nothing was sent ({e.GetType().Name}). The file is as it was.");
            await error.WriteLineAsync("Please report it with the command's name and this type, and without the file: it may hold a family's case.");
            return ExitCode.Failed;
        }
    }

    // No RootCommand: that one calls itself after the assembly, and people type "infosharing".
    private static Command Root(TimeProvider clock, Stream? input)
    {
        var root = new Command("infosharing", "InfoSharing: a family's case between agencies and areas.") { new HelpOption(), new VersionOption() };
        root.Subcommands.Add(ImportCommand.Create(clock));
        root.Subcommands.Add(CheckCommand.Create(clock, input));
        root.Subcommands.Add(AlertCommand.Create(clock, input));
        root.Subcommands.Add(SendCommand.Create(input));
        root.Subcommands.Add(DocumentCommands.CreateUpload());
        root.Subcommands.Add(DocumentCommands.CreateDownload());
        root.Subcommands.Add(ListCommand.Create());
        root.Subcommands.Add(ShowCommand.Create());
        root.Subcommands.Add(WatchCommand.Create());
        root.Subcommands.Add(AcceptCommand.Create());
        root.Subcommands.Add(DeclineCommand.Create());
        root.Subcommands.Add(AskCommand.Create());
        root.Subcommands.Add(SendCommand.CreateSupply(input));
        root.Subcommands.Add(WithdrawCommand.Create());
        root.Subcommands.Add(KeepCommand.Create());
        root.Subcommands.Add(CorrectCommand.Create());
        root.Subcommands.Add(DisagreeCommand.Create());
        root.Subcommands.Add(RecordCallCommand.Create(clock));
        root.Subcommands.Add(OwedCommand.Create());
        root.Subcommands.Add(MisdirectedCommand.Create(clock));
        root.Subcommands.Add(EnquiryCommand.Create());
        root.Subcommands.Add(BreachCommand.Create());
        root.Subcommands.Add(RetentionCommand.Create());
        root.Subcommands.Add(HoldCommand.Create());
        root.Subcommands.Add(HoldCommand.CreateRelease());
        root.Subcommands.Add(FlowCommand.Create());
        root.Subcommands.Add(ReportCommand.Create());
        root.Subcommands.Add(VerifyCommand.Create(clock));
        root.Subcommands.Add(ProveCommand.Create());
        root.Subcommands.Add(StuckCommand.Create());
        root.Subcommands.Add(QuarantineCommand.Create());
        root.Subcommands.Add(RedriveCommand.Create());
        root.Subcommands.Add(ReconcileCommand.Create(clock));
        root.Subcommands.Add(BackupCommand.Create());
        root.Subcommands.Add(KitCommand.Create(clock));
        root.Subcommands.Add(RulesCommand.Create());
        return root;
    }

    private static IEnumerable<string> VerbsOf(ParseResult parsed)
    {
        for (var result = parsed.CommandResult; result?.Parent is System.CommandLine.Parsing.CommandResult above; result = above)
        {
            yield return result.Command.Name;
        }
    }
}
