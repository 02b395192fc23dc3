using System.CommandLine;
using InfoSharing.Cli.Commands;

namespace InfoSharing.Cli;

/// <summary>The command line as a whole: its verbs, and how one is run.</summary>
internal static class CliHost
{
    /// <summary>Runs one command. Its end is 0, 1 or 2 as the verb says; 2 also where the command was not understood.</summary>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error, TimeProvider? clock = null)
    {
        var parsed = Root(clock ?? TimeProvider.System).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors) await error.WriteLineAsync(fault.Message);
            await error.WriteLineAsync($"'infosharing {string.Join(' ', VerbsOf(parsed).Reverse().Append("--help"))}' shows how it is used.");
            return ExitCode.NotDone;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception fault) when (fault is not OperationCanceledException) // the last place before the script that called us: a fault of ours must not look like findings, and its message may quote a case
        {
            await error.WriteLineAsync($"This is a fault in InfoSharing itself ({fault.GetType().Name}{Place(fault)}). Nothing more was done.");
            return ExitCode.NotDone;
        }
    }

    private static string Place(Exception fault) => fault.TargetSite is { DeclaringType: { } type } site ? $" in {type.Name}.{site.Name}" : "";

    private static RootCommand Root(TimeProvider clock)
    {
        var root = new RootCommand("InfoSharing: a family's case between agencies and areas.");
        root.Subcommands.Add(ImportCommand.Create(clock));
        return root;
    }

    private static IEnumerable<string> VerbsOf(ParseResult parsed)
    {
        for (var result = parsed.CommandResult; result is not null and not { Command: RootCommand }; result = result.Parent as System.CommandLine.Parsing.CommandResult)
        {
            yield return result.Command.Name;
        }
    }
}
