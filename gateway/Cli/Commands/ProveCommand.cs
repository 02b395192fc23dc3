using System.CommandLine;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Presentation;
using InfoSharing.Cli.Proving;
using InfoSharing.Client.Proofs;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary><c>prove</c>: one receipt, with all that verifies it without this ledger, this network or this program.</summary>
internal static class ProveCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var message = new Argument<string>("RECEIPT") { Description = "The id of the message that the receipt is for; show and flow name it." };
        var folder = new Option<string>("--out") { Description = "Where the proof's files go: a new folder. Left out: proof-RECEIPT.", HelpName = "DIR" };
        return NetworkVerb.Create("prove", "Writes what proves one receipt alone, with openssl's commands for it, and verifies it. Ends with 0 where it holds, 1 where it does not.", [message, folder], null, async (parsed, session, cancel) =>
        {
            if (!Guid.TryParseExact(parsed.GetRequiredValue(message).Trim(), "D", out var id)) throw new NotDoneException($"This is no message's id. A transfer's messages stand at the end of: {session.Command("show ID")}");
            var reply = await session.Client.Audit.ProveAsync(new ProveRequest { MessageId = id.ToString("D") }, cancellationToken: cancel);
            var proof = reply.Receipt ?? new ProofOfReceipt();
            var check = ReceiptCheck.Of(proof);
            var sent = reply.Message is null ? null : MessageCheck.Of(proof.Message, reply.Message);
            var place = parsed.GetValue(folder) ?? $"proof-{id:D}";
            var written = ProofFolder.Write(place, proof, check);
            if (session.Json) session.Write(reply);
            else new ProofPage(session).Write(proof.Receipt ?? new Receipt(), check, sent, place, written);
            return check.Holds && sent is not { Holds: false } ? ExitCode.Clean : ExitCode.WithFindings;
        });
    }
}
