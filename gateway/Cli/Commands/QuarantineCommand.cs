using System.CommandLine;
using Grpc.Core;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Presentation;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary><c>quarantine</c>: what was put aside because it was not believed.</summary>
internal static class QuarantineCommand
{
    private const int MostOfAPage = 1_000;

    /// <summary>The command.</summary>
    public static Command Create() => new("quarantine", "Shows what an agency put aside because it did not believe it, and opens it again when the cause is mended.") { List(), Retake() };

    private static Command List()
    {
        var most = new Option<uint>("--most") { Description = "At most this many, the newest; 20 where it is not given.", HelpName = "N", DefaultValueFactory = _ => 20 };
        return NetworkVerb.CreateForOperator("list", "Lists it, newest first: reasons and senders, nothing of what it holds.", [most], async (parsed, session, cancel) =>
        {
            var wanted = Math.Max(1, parsed.GetValue(most));
            var all = new ListQuarantineReply();
            do
            {
                var page = await session.Client.Operations.ListQuarantineAsync(new() { PageSize = (uint)Math.Min(MostOfAPage, wanted - all.Entries.Count), PageToken = all.NextPageToken }, cancellationToken: cancel);
                all.Entries.Add(page.Entries);
                all.NextPageToken = page.NextPageToken;
            }
            while (all.NextPageToken.Length > 0 && all.Entries.Count < wanted);
            if (session.Json) session.Write(all);
            else new OperatorPages(session).Write(all);
            return ExitCode.Clean;
        });
    }

    private static Command Retake()
    {
        var ids = new Argument<string[]>("ID") { Description = "The parcels' own ids, as 'quarantine list' shows them.", Arity = ArgumentArity.ZeroOrMore };
        var reason = new Option<string>("--reason") { Description = "All parcels of one reason: unknown-sender.", HelpName = "REASON", DefaultValueFactory = _ => "" };
        var since = OperatorArguments.Since();
        var dryRun = OperatorArguments.DryRun();
        return NetworkVerb.CreateForOperator("retake", "Opens quarantined parcels again, after a key or the directory was mended. Ends with 0 where all could be opened, 1 where some could not.", [ids, reason, since, dryRun], async (parsed, session, cancel) =>
        {
            var request = new RetakeRequest { Reason = parsed.GetValue(reason) ?? "", Since = OperatorArguments.TimeOf(parsed.GetValue(since)), DryRun = parsed.GetValue(dryRun), Ids = { parsed.GetValue(ids) ?? [] } };
            RetakeReply? last = null;
            using var call = session.Client.Operations.Retake(request, cancellationToken: cancel);
            await foreach (var reply in call.ResponseStream.ReadAllAsync(cancel))
            {
                if (last is null && !session.Json) session.Screen.Words($"{(reply.Ids.Count == 1 ? "1 parcel is" : $"{reply.Ids.Count:N0} parcels are")} in the set{(request.DryRun ? "; nothing was opened" : "")}.");
                if (session.Json) session.Write(reply);
                last = reply;
            }
            if (last is not { Ended: true }) throw new NotDoneException($"{session.Agency.Id} stopped before the end. Give this command again: what is here already is dropped.");
            if (!session.Json && !request.DryRun) session.Screen.Words($"Opened, and what they held is stored: {last.Opened:N0}. Still not to be opened, and left where they are: {last.NotOpened:N0}.");
            return last.NotOpened == 0 ? ExitCode.Clean : ExitCode.WithFindings;
        });
    }
}
