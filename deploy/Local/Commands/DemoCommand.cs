using System.CommandLine;
using InfoSharing.Cli.Presentation;
using InfoSharing.Local.Demo;

namespace InfoSharing.Local.Commands;

/// <summary><c>demo</c>: the story as one command, against a real network in a folder of its own.</summary>
internal static class DemoCommand
{
    internal static Command Create()
    {
        var data = new Option<string>("--data") { Description = "Play it in this folder, a new one, and keep it. Left out: a temporary one.", HelpName = "DIR" };
        var keep = new Option<bool>("--keep") { Description = "Keep the temporary folder too." };
        var command = new Command("demo", "Tells the story of one family's move, by real commands against a real network. Ends with 0 where each step was as told.") { data, keep };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(data), parsed.GetValue(keep), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel));
        return command;
    }

    private static async Task<int> Run(string? data, bool keep, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        if (data is not null && Directory.Exists(data) && Directory.EnumerateFileSystemEntries(data).Any())
        {
            await error.WriteLineAsync($"{data} is not empty. The demo wants a folder of its own: give a new one with --data.");
            return 1;
        }
        var (began, home) = (TimeProvider.System.GetTimestamp(), Environment.CurrentDirectory);
        var folder = data is null ? Directory.CreateTempSubdirectory("infosharing-demo-") : Directory.CreateDirectory(data);
        try
        {
            Environment.CurrentDirectory = folder.FullName; // commands then read as they are typed, with ./data and the story's files beside it
            await using (var stage = await Stage.Open(output, error, cancel))
            {
                stage.Screen.Heading("A family moves from Leeds to Sandwell", Colour.Bold, "");
                stage.Screen.Words($"Eight agencies run in this process, each with its own ledger and keys. The family is invented, and the clock stands where its dates are right: 17:40 on Monday 2 November 2026.");
                await new Story(stage).Tell(cancel);
            }
            await output.WriteLineAsync();
            await output.WriteLineAsync($"Each step was as told. {TimeProvider.System.GetElapsedTime(began).TotalSeconds:N0} s.");
            if (data is not null || keep) await output.WriteLineAsync($"All of it is in {folder.FullName}.");
            return 0;
        }
        catch (NotAsToldException fault)
        {
            await output.FlushAsync(CancellationToken.None);
            await error.WriteLineAsync($"The story went otherwise than told. {fault.Message}");
            return 1;
        }
        finally
        {
            Environment.CurrentDirectory = home;
            if (data is null && !keep) folder.Delete(recursive: true);
        }
    }
}
