using System.CommandLine;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Presentation;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary><c>show</c>: opens one transfer, as this agency holds it. The view is recorded.</summary>
internal static class ShowCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var id = NetworkArguments.Id();
        var version = NetworkArguments.Version("Show this version; the newest where it is not given.");
        return NetworkVerb.Create("show", "Opens one transfer, as this agency holds it. The view is recorded.", [id, version], null, async (parsed, session, cancel) =>
        {
            var request = new GetRequest { TransferId = await TransferIds.Find(session, parsed.GetRequiredValue(id), cancel), Version = parsed.GetValue(version) };
            var reply = await session.Client.Cases.GetAsync(request, cancellationToken: cancel);
            if (session.Json) session.Write(reply);
            else new TransferPage(session, reply).Write();
            return ExitCode.Clean;
        });
    }
}
