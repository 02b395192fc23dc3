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
            await error.WriteLineAsync($"'infosharing {string.Join(' ', VerbsOf(parsed))}--help' shows how it is used.");
            return ExitCode.NotDone;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
    }

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
            yield return result.Command.Name + " ";
        }
    }
}
