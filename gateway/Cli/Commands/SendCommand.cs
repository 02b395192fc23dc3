using System.CommandLine;
using InfoSharing.Cli.Input;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Presentation;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary><c>send</c> and <c>supply</c>: a transfer, or its whole next version, goes; or is refused, and its alert goes.</summary>
internal static class SendCommand
{
    /// <summary><c>send</c>.</summary>
    public static Command Create(Stream? input)
    {
        var file = new Argument<string>("FILE") { Description = "The transfer, as JSON or binary protobuf; \"-\" reads the standard input." };
        var noAlert = new Option<bool>("--no-alert") { Description = "Where it is refused as a hand-over, do not send its alert." };
        var requestId = new Option<string>("--request-id") { Description = "Your id for this request: the same id again gives the first answer again. Left out, it is the transfer's id and version.", HelpName = "ID" };
        var attach = Attachments.Option();
        return NetworkVerb.Create("send", "Sends a transfer. Ends with 0 where it is sent, 1 where it is refused as a hand-over (its alert then goes), 2 where it cannot be read or taken.",
            [file, attach, noAlert, requestId], input, async (parsed, session, cancel) =>
            {
                if (Read(session, parsed.GetRequiredValue(file)) is not { } transfer) return ExitCode.NotDone;
                await Attachments.Upload(session, transfer, parsed.GetValue(attach), cancel);
                var request = new SendRequest { Transfer = transfer, RequestId = parsed.GetValue(requestId) ?? "" };
                if (parsed.GetValue(noAlert)) request.AlertOnRefusal = false;
                return Show(session, transfer, await session.Client.Cases.SendAsync(request, cancellationToken: cancel));
            });
    }

    /// <summary><c>supply</c>.</summary>
    public static Command CreateSupply(Stream? input)
    {
        var id = new Argument<string>("ID") { Description = "The transfer whose questions it answers." };
        var file = new Argument<string>("FILE") { Description = "The whole next version, as JSON or binary protobuf; \"-\" reads the standard input." };
        var requestId = new Option<string>("--request-id") { Description = "Your id for this request. Left out, it is the transfer's id and version.", HelpName = "ID" };
        var attach = Attachments.Option();
        return NetworkVerb.Create("supply", "Sends the whole next version of a transfer, answering questions. Ends as send does.",
            [id, file, attach, requestId], input, async (parsed, session, cancel) =>
            {
                if (Read(session, parsed.GetRequiredValue(file)) is not { } transfer) return ExitCode.NotDone;
                var meant = await TransferIds.Find(session, parsed.GetRequiredValue(id), cancel);
                if (!string.Equals(meant, transfer.Id, StringComparison.OrdinalIgnoreCase))
                    throw new NotDoneException($"The file is of another transfer: its id is {transfer.Id}. A next version keeps the id and has the next version number. Nothing was sent.");
                await Attachments.Upload(session, transfer, parsed.GetValue(attach), cancel);
                var reply = await session.Client.Cases.SupplyAsync(new SupplyRequest { Transfer = transfer, RequestId = parsed.GetValue(requestId) ?? "" }, cancellationToken: cancel);
                return Show(session, transfer, reply.Outcome, reply);
            });
    }

    // Faults with their lines are found here, before anything goes; the service checks the same again.
    private static Transfer? Read(Session session, string file)
    {
        var opened = TransferSource.Open(file, session.Input);
        var missing = opened.PartiesMissing.Select(one => new Validator.Reading.Fault(0, 0, one.Field, one.Words)).ToList();
        if (opened.Transfer is { } transfer && missing.Count == 0)
        {
            CrisisWords.Write(session.ErrorScreen, transfer);
            return transfer;
        }
        var faults = opened.Transfer is null ? opened.Faults : missing;
        if (session.Json) FaultPage.WriteJson(session.Output, faults);
        else FaultPage.WriteText(session.ErrorScreen, file, faults);
        return null;
    }

    private static int Show(Session session, Transfer transfer, SendReply outcome, SupplyReply? whole = null)
    {
        if (session.Json) session.Write((Google.Protobuf.IMessage?)whole ?? outcome);
        else new OutcomePage(session, transfer).Write(outcome);
        return outcome.OutcomeCase == SendReply.OutcomeOneofCase.Refused ? ExitCode.WithFindings : ExitCode.Clean;
    }
}
