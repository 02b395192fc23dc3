using System.CommandLine;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Presentation;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary><c>misdirected</c>: it went to the wrong place. Either side says so; content is locked here at once.</summary>
internal static class MisdirectedCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TimeProvider clock)
    {
        var id = NetworkArguments.Id();
        var recipient = new Option<string>("--recipient") { Description = "The sender says which recipient it should not have gone to; left out, the lead.", HelpName = "AGENCY" };
        var aware = new Option<string>("--aware") { Description = "When you became aware of it, with its offset: 2026-11-02T16:30Z. Left out: now. The 72 hours run from here.", HelpName = "TIME" };
        var (by, role) = NetworkArguments.By();
        var requestId = new Option<string>("--request-id") { Description = "Your id for this request: the same id again gives the first answer again.", HelpName = "ID" };
        return NetworkVerb.Create("misdirected", "Says that it went to the wrong place. Nobody can open it here from now on, or there once the message has come.", [id, recipient, aware, by, role, requestId], null, async (parsed, session, cancel) =>
        {
            var request = new MisdirectRequest
            {
                TransferId = await TransferIds.Find(session, parsed.GetRequiredValue(id), cancel),
                Recipient = parsed.GetValue(recipient) ?? "",
                By = NetworkArguments.Who(session, parsed.GetValue(by), parsed.GetValue(role)),
                AwareAt = Time(parsed.GetValue(aware), clock),
                RequestId = parsed.GetValue(requestId) ?? "",
            };
            var reply = await session.Client.Cases.MisdirectAsync(request, cancellationToken: cancel);
            if (session.Json) session.Write(reply);
            else Tell(session, request.TransferId, reply);
            return ExitCode.Clean;
        });
    }

    private static Timestamp? Time(string? written, TimeProvider clock)
    {
        if (string.IsNullOrWhiteSpace(written)) return null;
        if (!DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            throw new NotDoneException($"--aware wants a time as 2026-11-02T16:30Z or {clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mmZ", CultureInfo.InvariantCulture)}. Nothing was done.");
        return Timestamp.FromDateTimeOffset(at);
    }

    private static void Tell(Session session, string id, MisdirectReply reply)
    {
        session.Screen.Heading("Locked.", Colour.Bold, " Nobody opens it here any more, and nobody there once message " + reply.MessageId + " has come.");
        session.Screen.Words($"It is a breach of personal data: your information governance lead assesses it by {Sentence.Moment(reply.AssessBy)["at ".Length..]}. Ring them now. The children's risk has not changed: if it went astray, the right area knows nothing yet. Send it there as a new transfer.");
        session.Screen.Words($"Whom to tell, and what went: {session.Command($"breach {id}")}");
    }
}
