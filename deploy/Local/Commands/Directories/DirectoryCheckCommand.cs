using System.CommandLine;
using InfoSharing.Directories;
using InfoSharing.Local.Directories;
using InfoSharing.Local.Keys;

namespace InfoSharing.Local.Commands.Directories;

/// <summary><c>directory check</c>: everything that is wrong with a draft or a signed file, at once.</summary>
internal static class DirectoryCheckCommand
{
    private const int Required = 2;

    internal static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A draft (JSON) or a signed directory." };
        var inForce = new Option<string?>("--in-force") { Description = "The directory in force, whose number must be lower." };
        var officers = DirectoryArguments.Officers();
        var command = new Command("check", "Says everything for which services would not take a directory, and what somebody should look at. Ends with 0 where they would, 1 where not.") { file, inForce, officers };
        command.SetAction(async (parsed, _) =>
        {
            var (output, now) = (parsed.InvocationConfiguration.Output, TimeProvider.System.GetUtcNow());
            var (content, signedBy, isDraft) = DirectorySource.Read(parsed.GetValue(file)!, parsed.GetValue(officers)!);
            var faults = DirectoryCheck.Faults(content, parsed.GetValue(inForce) is { } before ? DirectorySource.Signed(before, []).Content : null, now).ToList();
            if (!isDraft && signedBy.Count < Required)
                faults.Add($"It carries {signedBy.Count} of the {Required} officers' signatures that are needed{(parsed.GetValue(officers)!.Length == 0 ? ": name the officers' certificates with --officer" : "")}.");
            await output.WriteLineAsync($"Directory {content.Number}{(isDraft ? ", a draft" : "")}: {content.Agencies.Count} agencies, {content.Agreements.Count} agreements.");
            foreach (var officer in signedBy) await output.WriteLineAsync($"  Signed by {KeyWords.NameOf(officer)}, {KeyWords.FingerprintOf(officer)}");
            foreach (var fault in faults) await output.WriteLineAsync($"  Wrong: {fault}");
            if (faults.Count == 0) foreach (var remark in DirectoryCheck.Remarks(content, now)) await output.WriteLineAsync($"  Look: {remark}");
            await output.WriteLineAsync(faults.Count > 0 ? "No service takes it so." : isDraft ? "It may be signed." : "Services take it.");
            return faults.Count > 0 ? 1 : 0;
        });
        return command;
    }
}
