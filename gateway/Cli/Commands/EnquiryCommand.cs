using System.CommandLine;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Presentation;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary><c>enquiry</c>: a locked case is opened for its breach enquiry, read, and the enquiry closed.</summary>
internal static class EnquiryCommand
{
    /// <summary>The verb, with its three steps.</summary>
    public static Command Create()
    {
        var command = new Command("enquiry", "The enquiry into a breach: open, read, close. For the information governance lead.");
        command.Subcommands.Add(Open());
        command.Subcommands.Add(Read());
        command.Subcommands.Add(Close());
        return command;
    }

    private static Command Open()
    {
        var id = NetworkArguments.Id();
        var (by, role) = NetworkArguments.ByName();
        var reason = NetworkArguments.Reason("Why it must be read.");
        return NetworkVerb.Create("open", "Opens one locked case for its breach enquiry, for an hour at most. Each reading is recorded.", [id, reason, by, role], null, async (parsed, session, cancel) =>
        {
            var transferId = await TransferIds.Find(session, parsed.GetRequiredValue(id), cancel);
            var reply = await session.Client.Retention.OpenEnquiryAsync(
                new OpenEnquiryRequest { TransferId = transferId, By = NetworkArguments.Who(session, parsed.GetValue(by), parsed.GetValue(role)), Reason = new() { Text_ = parsed.GetRequiredValue(reason) } }, cancellationToken: cancel);
            if (session.Json) session.Write(reply);
            else session.Screen.Words($"Open for this enquiry until {Sentence.Moment(reply.Until)["at ".Length..]}: {session.Command($"enquiry read {transferId}")}");
            return ExitCode.Clean;
        });
    }

    private static Command Read()
    {
        var id = NetworkArguments.Id();
        var version = NetworkArguments.Version("Show this version; the newest where it is not given.");
        return NetworkVerb.Create("read", "Shows the locked case whose enquiry is open. Recorded, and shown on the screen alone.", [id, version], null, async (parsed, session, cancel) =>
        {
            var request = new ReadEnquiryRequest { TransferId = await TransferIds.Find(session, parsed.GetRequiredValue(id), cancel), Version = parsed.GetValue(version) };
            // No copy of it goes anywhere: a file of it would outlive the key.
            if (session.Json) throw new NotDoneException("What went to the wrong place is read on the screen and not exported. Leave out --json. Nothing was opened.");
            var reply = await session.Client.Retention.ReadEnquiryAsync(request, cancellationToken: cancel);
            new TransferPage(session, reply.Case).Write();
            return ExitCode.Clean;
        });
    }

    private static Command Close()
    {
        var id = NetworkArguments.Id();
        var (by, role) = NetworkArguments.ByName();
        var words = new Option<string>("--words") { Description = "How the breach was assessed, and whether it was reported. It outlives the case: name nobody of the family.", HelpName = "WORDS", Required = true };
        return NetworkVerb.Create("close", "Closes the enquiry with its assessment. At the wrong receiver this destroys the key: nobody can read it there again.", [id, words, by, role], null, async (parsed, session, cancel) =>
        {
            var transferId = await TransferIds.Find(session, parsed.GetRequiredValue(id), cancel);
            var reply = await session.Client.Retention.CloseEnquiryAsync(
                new CloseEnquiryRequest { TransferId = transferId, By = NetworkArguments.Who(session, parsed.GetValue(by), parsed.GetValue(role)), Assessment = new() { Text_ = parsed.GetRequiredValue(words) } }, cancellationToken: cancel);
            if (session.Json) session.Write(reply);
            else if (reply.Certificate is { } certificate)
            {
                session.Screen.Heading("Closed, and the key is destroyed.", Colour.Bold, $" Certificate {certificate.Id} goes to the sender.");
                session.Screen.Words($"With what verifies it: {session.Command($"breach {transferId} --out DIR")}");
            }
            else session.Screen.Words($"Closed {Sentence.Moment(reply.At)}. The case is this agency's own and opens again; the transfer is ended.");
            return ExitCode.Clean;
        });
    }
}
