using System.CommandLine;
using Google.Protobuf;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Presentation;

namespace InfoSharing.Cli.Commands;

/// <summary><c>watch</c>: the ledger's events as they happen. It goes on after a lost connection, and says from where to go on when it is stopped.</summary>
internal static class WatchCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var after = new Option<ulong>("--after") { Description = "Begin after this event; 0, the default, is the beginning.", HelpName = "CURSOR" };
        return NetworkVerb.Create("watch", "Shows the ledger's events as they happen, from a cursor on. Ctrl-C ends it with 0 and says from where to go on; --json writes one event a line.", [after], null,
            async (parsed, session, cancel) => await Run(session, parsed.GetValue(after), cancel));
    }

    private static async Task<int> Run(Session session, ulong after, CancellationToken cancel)
    {
        var last = after;
        session.Tell = further =>
        {
            if (further.Attempt == 2) session.ErrorScreen.Words($"{session.Agency.Id} does not answer after event {last}; trying until it does.");
        };
        try
        {
            await foreach (var happened in session.Client.WatchAsync(after, cancel))
            {
                if (session.Json) session.Output.WriteLine(JsonFormatter.Default.Format(happened));
                else session.Screen.Line(EventLine.Of(happened));
                session.Output.Flush();
                last = happened.Cursor;
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Ctrl-C is how a watch ends.
        }
        session.ErrorScreen.Line($"Stopped after event {last}. To go on from there: {session.Command($"watch --after {last}")}");
        return ExitCode.Clean;
    }
}
