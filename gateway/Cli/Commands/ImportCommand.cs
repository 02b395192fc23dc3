using System.CommandLine;

namespace InfoSharing.Cli.Commands;

/// <summary><c>import</c>: draft transfers from a file that another system wrote.</summary>
internal static class ImportCommand
{
    /// <summary>The verb, with one command for each format.</summary>
    public static Command Create(TimeProvider clock)
    {
        var command = new Command("import", "Writes draft transfers from a file of another system.");
        command.Subcommands.Add(ImportCinCommand.Create(clock));
        return command;
    }
}
