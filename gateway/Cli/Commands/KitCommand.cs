using System.CommandLine;
using Grpc.Core;
using InfoSharing.Cli.Presentation;
using InfoSharing.Kit.Cases;

namespace InfoSharing.Cli.Commands;

/// <summary><c>kit</c>: a bad and a good transfer for each rule, for whoever builds their own; and whether theirs agrees.</summary>
internal static class KitCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TimeProvider clock)
    {
        var target = new Option<string>("--out") { Description = "Write the kit to this folder.", HelpName = "DIR" };
        var answers = new Option<string>("--answers") { Description = "Compare the answer files in this kit's folder.", HelpName = "DIR" };
        var address = new Option<string>("--against") { Description = "Send the kit to a running service, as of today; it stores nothing.", HelpName = "ADDRESS" };
        var token = new Option<string>("--token-file") { Description = "The file that holds the bearer token of --against.", HelpName = "FILE" };
        var day = CheckCommand.DayOption();
        day.Description = "Judge the kit of --out as on this day, YYYY-MM-DD; today in London where it is not given.";
        var command = new Command("kit", "A good and a bad transfer for each rule, with the report that each must get. Ends with 0, 1 where an implementation differs, 2 where it could not be asked.") { target, answers, address, token, day };
        command.SetAction(async (parsed, cancelled) =>
        {
            var screen = Screen.Of(parsed.InvocationConfiguration.Output);
            var wrong = Screen.Of(parsed.InvocationConfiguration.Error);
            var at = CheckCommand.Context(clock, parsed.GetValue(day)).At;
            return (parsed.GetValue(target), parsed.GetValue(answers), parsed.GetValue(address)) switch
            {
                ({ Length: > 0 } folder, null, null) => Write(folder, at, screen, wrong),
                (null, { Length: > 0 } folder, null) => Compare(folder, screen, wrong),
                (null, null, { Length: > 0 } service) => await Ask(service, parsed.GetValue(token), clock, screen, wrong, cancelled),
                _ => NotOne(wrong),
            };
        });
        return command;
    }

    private static int NotOne(Screen wrong)
    {
        wrong.Words("Say one of --out DIR, --answers DIR and --against ADDRESS.");
        return ExitCode.NotDone;
    }

    private static int Write(string folder, DateTimeOffset at, Screen screen, Screen wrong)
    {
        try
        {
            screen.Words($"{KitFolder.Write(folder, at)} transfers are in {folder}; its README.md says how they are used.");
            return ExitCode.Clean;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            wrong.Words($"{folder} cannot be written: look whether it is yours and has room.");
            return ExitCode.NotDone;
        }
    }

    private static int Compare(string folder, Screen screen, Screen wrong)
    {
        try
        {
            if (KitFolder.InstantOf(folder) is { } at) return Tell(AnsweredFolder.Compare(folder, KitCase.All(at)), screen);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
        {
            wrong.Words($"{folder} cannot be read.");
            return ExitCode.NotDone;
        }
        wrong.Words($"{folder} holds no kit: write one with 'infosharing kit --out {folder}', and your reports beside its transfers.");
        return ExitCode.NotDone;
    }

    private static async Task<int> Ask(string address, string? tokenFile, TimeProvider clock, Screen screen, Screen wrong, CancellationToken cancelled)
    {
        try
        {
            var token = tokenFile is null ? null : (await File.ReadAllTextAsync(tokenFile, cancelled)).Trim();
            using var service = new AskedService(address, token);
            var results = new List<CaseResult>();
            foreach (var one in KitCase.All(clock.GetUtcNow())) results.Add(await service.Ask(one, cancelled));
            return Tell(results, screen);
        }
        catch (RpcException e)
        {
            wrong.Words(e.StatusCode is StatusCode.Unauthenticated or StatusCode.PermissionDenied
                ? $"{address} does not take this caller ({e.StatusCode}): give its token with --token-file."
                : $"{address} could not be asked ({e.StatusCode}): look whether the service runs there.");
        }
        catch (ArgumentException e)
        {
            wrong.Words(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            wrong.Words($"{tokenFile} cannot be read.");
        }
        return ExitCode.NotDone;
    }

    private static int Tell(IReadOnlyList<CaseResult> results, Screen screen)
    {
        foreach (var one in results)
        {
            foreach (var difference in one.Differences) screen.Heading("DIFFERS   ", Colour.Red, $"{one.Case.Name}: {difference}");
            foreach (var note in one.Notes) screen.Heading("note      ", Colour.Blue, $"{one.Case.Name}: {note}");
        }
        var count = results.CountBy(one => one.Outcome).ToDictionary();
        screen.Words($"{count.GetValueOrDefault(CaseOutcome.Agrees)} agree, {count.GetValueOrDefault(CaseOutcome.Differs)} differ, {count.GetValueOrDefault(CaseOutcome.NotAsked)} were not asked.");
        return count.ContainsKey(CaseOutcome.Differs) ? ExitCode.WithFindings : count.ContainsKey(CaseOutcome.Agrees) ? ExitCode.Clean : ExitCode.NotDone;
    }
}
