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
    public static Command Create(TimeProvider clock)
    {
        var witnesses = new Option<bool>("--witnesses") { Description = "Then ask every partner which heads of this ledger it has seen: one that was put back to an earlier state holds by itself." };
        var wait = new Option<uint>("--wait") { Description = "Seconds to wait for partners, 1 to 600; 30 where it is not given.", HelpName = "SECONDS", DefaultValueFactory = _ => 30 };
        wait.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<uint>() is < 1 or > 600) result.AddError("--wait wants a number of seconds, 1 to 600.");
        });
        return NetworkVerb.Create(
            "verify", "Reads the whole ledger and says whether each link is as it was written. Ends with 0 where it holds, 1 where it does not, or where a witness contradicts it; 75 where a witness did not answer.", [witnesses, wait], null, async (parsed, session, cancel) =>
            {
                var asked = parsed.GetValue(witnesses);
                using var progress = new VerifyProgress(parsed.InvocationConfiguration.Error, clock);
                using var call = session.Client.Audit.Verify(new VerifyRequest { Witnesses = asked, WaitSeconds = asked ? parsed.GetValue(wait) : 0 }, cancellationToken: cancel);
                var code = ExitCode.Clean;
                await foreach (var reply in call.ResponseStream.ReadAllAsync(cancel))
                {
                    if (reply.StepCase == VerifyReply.StepOneofCase.Progress) progress.Show(reply.Progress.Read, reply.Progress.Of);
                    if (reply.StepCase == VerifyReply.StepOneofCase.Asked) progress.ShowAnswered(reply.Asked.Answered, reply.Asked.Of);
                    if (reply.StepCase == VerifyReply.StepOneofCase.Found) code = Tell(session, reply);
                    if (reply.StepCase == VerifyReply.StepOneofCase.Heard) return TellHeard(session, reply, code);
                    if (reply.StepCase == VerifyReply.StepOneofCase.Found && !asked) return code;
                }
                throw new NotDoneException(asked
                    ? $"{session.Agency.Id} stopped before it had heard its witnesses. Give this command again."
                    : $"{session.Agency.Id} stopped before it had read the whole ledger. Give this command again.");
            });
    }

    private static int TellHeard(Session session, VerifyReply reply, int code)
    {
        if (session.Json) session.Write(reply);
        else new WitnessPage(session).Write(reply.Heard);
        if (code != ExitCode.Clean || WitnessPage.Contradicts(reply.Heard)) return ExitCode.WithFindings;
        return WitnessPage.IsOpen(reply.Heard) ? ExitCode.TryAgain : ExitCode.Clean;
    }

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
