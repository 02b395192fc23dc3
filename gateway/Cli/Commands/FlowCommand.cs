using System.CommandLine;
using Grpc.Core;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Presentation;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary><c>flow</c>: the steps of one transfer on both sides, who runs each child's plan, who must act now, what is owed by when.</summary>
internal static class FlowCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var id = NetworkArguments.Id();
        var references = new Option<bool>("--references") { Description = "Show references in place of names, and leave the case closed: nothing is recorded as a view." };
        var traces = new Option<bool>("--traces") { Description = "Under each step the id of its trace, to look for in a collector." };
        return NetworkVerb.Create("flow", "Shows who runs each child's plan, who must act now, what is owed by when, and the numbered steps on both sides. Opens the case for its names, which is recorded.",
            [id, references, traces], null, async (parsed, session, cancel) =>
            {
                var transferId = await TransferIds.Find(session, parsed.GetRequiredValue(id), cancel);
                var flow = await session.Client.Cases.FlowAsync(new FlowRequest { TransferId = transferId }, cancellationToken: cancel);
                if (session.Json) session.Write(flow);
                else new FlowPage(session, transferId, parsed.GetValue(references) ? null : await Opened(session, transferId, cancel), parsed.GetValue(traces)).Write(flow);
                return ExitCode.Clean;
            });
    }

    // Names stand where the case is open. Who may follow a flow and not open the case, or where its content is locked, sees references.
    private static async Task<Transfer?> Opened(Session session, string id, CancellationToken cancel)
    {
        try
        {
            return (await session.Client.Cases.GetAsync(new GetRequest { TransferId = id }, cancellationToken: cancel)).Transfer;
        }
        catch (RpcException fault) when (fault.StatusCode is StatusCode.PermissionDenied or StatusCode.NotFound or StatusCode.FailedPrecondition)
        {
            return null;
        }
    }
}
