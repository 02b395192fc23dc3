using System.CommandLine;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Presentation;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary><c>stuck</c>: what waits to be delivered, as an operator sees it.</summary>
internal static class StuckCommand
{
    private const int MostOfAPage = 1_000;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var most = new Option<uint>("--most") { Description = "At most this many, the oldest; 20 where it is not given.", HelpName = "N", DefaultValueFactory = _ => 20 };
        return NetworkVerb.CreateForOperator("stuck", "Lists what an agency sent and has no receipt for, oldest first: ids, queues and ages, no word of a case.", [most], async (parsed, session, cancel) =>
        {
            var wanted = Math.Max(1, parsed.GetValue(most));
            var all = new ListWaitingReply();
            do
            {
                var page = await session.Client.Operations.ListWaitingAsync(new() { PageSize = (uint)Math.Min(MostOfAPage, wanted - all.Waiting.Count), PageToken = all.NextPageToken }, cancellationToken: cancel);
                all.Waiting.Add(page.Waiting);
                all.Queues.Clear();
                all.Queues.Add(page.Queues);
                all.NextPageToken = page.NextPageToken;
            }
            while (all.NextPageToken.Length > 0 && all.Waiting.Count < wanted);
            if (session.Json) session.Write(all);
            else new OperatorPages(session).Write(all);
            return all.Queues.Count == 0 ? ExitCode.Clean : ExitCode.WithFindings;
        });
    }
}
