using System.CommandLine;
using InfoSharing.Cli.Presentation;
using InfoSharing.Kit.Pages;
using InfoSharing.Validator.Rules;

namespace InfoSharing.Cli.Commands;

/// <summary><c>rules</c>: writes the rules' pages from their cards and examples.</summary>
internal static class RulesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var target = new Option<string>("--out") { Description = "The folder of the pages: docs/rules.", HelpName = "DIR", Required = true };
        var command = new Command("rules", "Writes a page for each rule, an index, and the map from inspections' findings to rules.") { target };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(target), Screen.Of(parsed.InvocationConfiguration.Output), Screen.Of(parsed.InvocationConfiguration.Error)));
        return command;
    }

    private static int Run(string folder, Screen screen, Screen wrong)
    {
        try
        {
            var pages = RulePages.Of(RuleSets.Newest, Reasons.Read(Path.Combine(AppContext.BaseDirectory, "InfoSharing.Validator.xml")));
            Directory.CreateDirectory(folder);
            foreach (var page in pages) File.WriteAllText(Path.Combine(folder, page.Name), page.Words);
            screen.Words($"{pages.Count} pages are in {folder}.");
            return ExitCode.Clean;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            wrong.Words($"{folder} cannot be written: look whether it is yours and has room.");
            return ExitCode.NotDone;
        }
    }
}
