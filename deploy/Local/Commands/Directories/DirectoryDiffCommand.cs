using System.CommandLine;
using InfoSharing.Local.Directories;

namespace InfoSharing.Local.Commands.Directories;

/// <summary><c>directory diff</c>: what a directory says otherwise than another.</summary>
internal static class DirectoryDiffCommand
{
    internal static Command Create()
    {
        var before = new Argument<string>("BEFORE") { Description = "The directory in force, or a draft." };
        var after = new Argument<string>("AFTER") { Description = "The next one, signed or a draft." };
        var command = new Command("diff", "Shows what one directory says otherwise than another: agencies, contacts, keys, agreements, settings. Officers read it before they sign.") { before, after };
        command.SetAction(async (parsed, _) =>
        {
            var lines = DirectoryDifference.Of(DirectorySource.Read(parsed.GetValue(before)!, []).Content, DirectorySource.Read(parsed.GetValue(after)!, []).Content).ToList();
            foreach (var line in lines) await parsed.InvocationConfiguration.Output.WriteLineAsync(line);
            if (lines.Count == 0) await parsed.InvocationConfiguration.Output.WriteLineAsync("Both say the same.");
            return 0;
        });
        return command;
    }
}
