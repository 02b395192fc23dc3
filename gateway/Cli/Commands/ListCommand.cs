using System.CommandLine;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Presentation;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary><c>list</c>: the transfers that an agency has, newest first.</summary>
internal static class ListCommand
{
    private const int MostOfAPage = 200;
    private const int Usual = 50;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var most = new Option<int>("--most") { Description = "At most this many, the newest; 50 where it is not given.", HelpName = "N", DefaultValueFactory = _ => Usual };
        most.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1) result.AddError("--most wants a number above 0.");
        });
        return NetworkVerb.Create("list", "Lists the transfers that an agency sent and received, newest first: no word of a case.", [most], null, async (parsed, session, cancel) =>
        {
            var wanted = parsed.GetValue(most);
            var all = new ListReply();
            do
            {
                var page = await session.Client.Cases.ListAsync(
                    new ListRequest { PageSize = (uint)Math.Min(MostOfAPage, wanted - all.Transfers.Count), PageToken = all.NextPageToken }, cancellationToken: cancel);
                all.Transfers.Add(page.Transfers);
                all.NextPageToken = page.NextPageToken;
            }
            while (all.NextPageToken.Length > 0 && all.Transfers.Count < wanted);
            if (session.Json) session.Write(all);
            else new TransferList(session.Screen, session.Agencies).Write(all.Transfers);
            if (!session.Json && all.NextPageToken.Length > 0) session.Screen.Words("There are more: --most N shows them.");
            return ExitCode.Clean;
        });
    }
}
