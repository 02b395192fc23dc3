using System.CommandLine;
using Grpc.Core;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Presentation;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary><c>report</c>: what the rules said of a transfer, or of a refusal, as they said it then.</summary>
internal static class ReportCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var id = NetworkArguments.Id("The transfer's id or its beginning; or a refusal's id, whole.");
        var version = NetworkArguments.Version("The report on this version; the newest where it is not given.");
        return NetworkVerb.Create("report", "Shows what the rules said of a transfer, or of a refusal, as they said it then.", [id, version], null, async (parsed, session, cancel) =>
        {
            var request = new GetReportRequest { Id = await TransferIds.Find(session, parsed.GetRequiredValue(id), cancel), Version = parsed.GetValue(version) };
            var reply = await session.Client.Cases.GetReportAsync(request, cancellationToken: cancel);
            if (session.Json) session.Write(reply.Report);
            else new ReportPage(session.Screen, await Opened(session, request, cancel), reply.Report, []).Write();
            return ExitCode.Clean;
        });
    }

    // A refusal has no open case beside it under its own id: its report then shows references.
    private static async Task<Transfer> Opened(Session session, GetReportRequest report, CancellationToken cancel)
    {
        try
        {
            return (await session.Client.Cases.GetAsync(new GetRequest { TransferId = report.Id, Version = report.Version }, cancellationToken: cancel)).Transfer;
        }
        catch (RpcException fault) when (fault.StatusCode is StatusCode.PermissionDenied or StatusCode.NotFound or StatusCode.FailedPrecondition)
        {
            return new Transfer();
        }
    }
}
