using System.CommandLine;
using Grpc.Core;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Presentation;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary><c>verify</c>: the whole chain of an agency's ledger is read.</summary>
internal static class VerifyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TimeProvider clock) =>
        NetworkVerb.Create("verify", "Reads the whole ledger and says whether each link is as it was written. Ends with 0 where it holds, 1 where it does not.", [], null, async (parsed, session, cancel) =>
        {
            using var progress = new VerifyProgress(parsed.InvocationConfiguration.Error, clock);
            using var call = session.Client.Audit.Verify(new VerifyRequest(), cancellationToken: cancel);
            await foreach (var reply in call.ResponseStream.ReadAllAsync(cancel))
            {
                if (reply.StepCase == VerifyReply.StepOneofCase.Progress) progress.Show(reply.Progress.Read, reply.Progress.Of);
                else return Tell(session, reply);
            }
            throw new NotDoneException($"{session.Agency.Id} stopped before it had read the whole ledger. Give this command again.");
        });

    private static int Tell(Session session, VerifyReply reply)
    {
        var found = reply.Found;
        if (session.Json) session.Write(reply);
        else if (found.Holds)
        {
            session.Screen.Words($"The ledger of {session.Agency.Id} holds: {found.Links:N0} links, each as it was written.");
            if (found.Erased > 0) session.Screen.Words($"{Sentence.Count((int)found.Erased, "case was", "cases were")} erased: the links hold, and nobody can read what they covered.");
            session.Screen.Words($"Its head, of which partners hold earlier ones as witnesses: {Convert.ToHexStringLower(found.Head.Span)}");
        }
        else
        {
            session.Screen.Heading("The ledger does not hold", Colour.Red, $": link {found.BrokenAt} {WhyOf(found.Reason)}. {found.Links:N0} links before it are good.");
            session.Screen.Words("Stop writing to it, keep the disk as it is, and tell your auditor: partners' receipts say what it held.");
        }
        return found.Holds ? ExitCode.Clean : ExitCode.WithFindings;
    }

    private static string WhyOf(string reason) => reason switch
    {
        "missing" => "is missing",
        "link" => "is not as it was written",
        "head" => "is not where the head points",
        "beyond" => "stands beyond the head",
        "unreadable" => "or one of the 128 from it on cannot be read: the disk is damaged",
        _ => $"does not hold ({reason})",
    };
}
