using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Local.Directories;
using InfoSharing.Local.Keys;

namespace InfoSharing.Local.Commands.Directories;

/// <summary><c>directory draft</c>: the next file, to be changed, checked and signed.</summary>
internal static class DirectoryDraftCommand
{
    internal static Command Create()
    {
        var from = new Argument<string>("FILE") { Description = "The directory in force; without it the draft is empty.", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<string>("--out") { Description = "The draft's file, JSON.", Required = true };
        var days = new Option<int>("--days") { Description = "Until when it holds, in days from now: 1 to 400.", DefaultValueFactory = _ => 90 };
        days.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var given) || given is < 1 or > 400)) result.AddError("--days takes 1 to 400.");
        });
        var command = new Command("draft", "Makes the draft of the next directory from the one in force, with the next number.") { from, file, days };
        command.SetAction(async (parsed, _) =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var draft = parsed.GetValue(from) is { } before ? DirectorySource.Signed(before, []).Content : new();
            draft.Number++;
            draft.NotBefore = now.ToTimestamp();
            draft.ExpiresAt = now.AddDays(parsed.GetValue(days)).ToTimestamp();
            NewFile.Write(parsed.GetValue(file)!, DirectorySource.FormOf(draft));
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{parsed.GetValue(file)} is the draft of directory {draft.Number}, until {KeyWords.Day(draft.ExpiresAt.ToDateTimeOffset())}. Change it, then 'directory check' and 'directory sign'.");
            return 0;
        });
        return command;
    }
}
