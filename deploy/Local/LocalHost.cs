using System.CommandLine;
using System.CommandLine.Help;
using InfoSharing.Exchange.Hosting;
using InfoSharing.Local.Commands;
using InfoSharing.Local.Commands.Directories;
using InfoSharing.Local.Commands.Keys;

namespace InfoSharing.Local;

/// <summary>The verbs of the network on one machine, and how one is run.</summary>
internal static class LocalHost
{
    private static readonly TimeSpan ToStop = TimeSpan.FromSeconds(30); // every agency writes what it has queued

    /// <summary>Runs one verb: 0 where it was stopped, 1 where it could not start and said why, 2 where it was not understood.</summary>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error, CancellationToken stop = default)
    {
        var root = new Command("infosharing", "InfoSharing: the whole network on this machine.") { new HelpOption() };
        root.Subcommands.Add(StartCommand.Create());
        root.Subcommands.Add(DemoCommand.Create());
        root.Subcommands.Add(BrokerCommand.Create());
        root.Subcommands.Add(DatabaseCommand.Create());
        root.Subcommands.Add(ContainersCommand.Create());
        root.Subcommands.Add(KeysCommand.Create());
        root.Subcommands.Add(DirectoryCommand.Create());
        root.Subcommands.Add(RestoreCommand.Create());
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors) await error.WriteLineAsync(fault.Message);
            await error.WriteLineAsync($"'infosharing {string.Join(' ', VerbOf(parsed.CommandResult.Command))} --help' shows how it is used.");
            return 2;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = ToStop }, stop);
        }
        catch (Exception failure) when (StartFailures.Words(failure) is { } lines) // the edge of the process: a refusal to start becomes words and a code
        {
            foreach (var line in lines) await error.WriteLineAsync(line);
            return 1;
        }
    }
    // The root stands for the verb that most want.
    private static IEnumerable<string> VerbOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is not { } parent ? ["start"] : parent.Parents.Any() ? [.. VerbOf(parent), command.Name] : [command.Name];
}
