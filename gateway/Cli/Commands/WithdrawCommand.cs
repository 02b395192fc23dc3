using System.CommandLine;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary><c>withdraw</c>: the sender no longer asks. The recipient's ledger answers whether that was in time.</summary>
internal static class WithdrawCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var id = NetworkArguments.Id();
        var reason = new Option<string>("--reason") { Description = "Why you no longer ask.", HelpName = "WORDS", Required = true };
        var requestId = new Option<string>("--request-id") { Description = "Your id for this request: the same id again gives the first answer again.", HelpName = "ID" };
        return NetworkVerb.Create("withdraw", "Asks the recipient to treat the request as withdrawn. It does not remove what they know, or must do.", [id, reason, requestId], null, async (parsed, session, cancel) =>
        {
            var request = new WithdrawRequest
            {
                TransferId = await TransferIds.Find(session, parsed.GetRequiredValue(id), cancel),
                Reason = new() { Text_ = parsed.GetRequiredValue(reason) },
                RequestId = parsed.GetValue(requestId) ?? "",
            };
            var reply = await session.Client.Cases.WithdrawAsync(request, cancellationToken: cancel);
            if (session.Json) session.Write(reply);
            else Tell(session, request.TransferId, reply);
            return ExitCode.Clean;
        });
    }

    private static void Tell(Session session, string id, WithdrawReply reply)
    {
        session.Screen.Words($"Withdrawal asked {Sentence.Moment(reply.At)} (message {reply.MessageId}). Their ledger answers: withdrawn, or too late where they have accepted. What they know of the children, and must do for them, stays.");
        session.Screen.Words($"Their answer shows here: {session.Command($"flow {id}")}");
    }
}
