using System.CommandLine;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Presentation;
using InfoSharing.Cli.Proving;
using InfoSharing.Client.Proofs;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary><c>breach</c>: the record of a breach, what was done about the keeping of a case, and certificates with what verifies them. No word of the case.</summary>
internal static class BreachCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The transfer's id; of an erased case the whole of it, since lists no longer show it." };
        var folder = new Option<string>("--out") { Description = "Writes the certificate with openssl's commands for it into a new folder.", HelpName = "DIR" };
        return NetworkVerb.Create("breach", "Shows a breach: whom to tell, by when, what went where; and what was done about the keeping of the case. Ends with 1 where a certificate does not hold.", [id, folder], null, async (parsed, session, cancel) =>
        {
            var transferId = await TransferIds.Find(session, parsed.GetRequiredValue(id), cancel);
            var reply = await session.Client.Retention.GetCustodyAsync(new GetCustodyRequest { TransferId = transferId }, cancellationToken: cancel);
            var checks = reply.Certificates.Select(one => (Proven: one, Check: DestructionCheck.Of(one))).ToList();
            if (session.Json) session.Write(reply);
            else new CustodyPage(session).Write(transferId, reply, checks.ConvertAll(one => one.Check));
            if (parsed.GetValue(folder) is { Length: > 0 } place)
            {
                if (checks.Count == 0) throw new NotDoneException("There is no certificate yet: the wrong receiver has not closed its enquiry. Nothing was written.");
                var commands = CertificateFolder.Write(place, checks[^1].Proven, checks[^1].Check);
                if (!session.Json) CustodyPage.WriteFolder(session.Screen, place, commands);
            }
            return checks.TrueForAll(one => one.Check.Holds) ? ExitCode.Clean : ExitCode.WithFindings;
        });
    }
}
