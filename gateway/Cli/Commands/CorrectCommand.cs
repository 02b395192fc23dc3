using System.CommandLine;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Presentation;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary><c>correct</c>: the sender corrects a field of what it sent, an alert's too. Both texts are kept and shown.</summary>
internal static class CorrectCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var id = NetworkArguments.Id();
        var field = new Option<string>("--field") { Description = "The field, as a finding names it: decisions[D1].reasoning.", HelpName = "FIELD", Required = true };
        var says = new Option<string>("--is") { Description = "What it says now. A code where the field holds one, a day as YYYY-MM-DD.", HelpName = "WORDS", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why: what was wrong, and how you know.", HelpName = "WORDS", Required = true };
        var disputed = new Option<string>("--disputed-by") { Description = "The person who disputes what it said, by reference: both are then shown, and neither takes the other's place.", HelpName = "REF" };
        var version = NetworkArguments.Version("The version that you have read; the newest here where it is not given. When a newer one is sent, nothing is corrected.");
        var (by, role) = NetworkArguments.By();
        var requestId = NetworkArguments.RequestId();
        return NetworkVerb.Create("correct", "Corrects a field of what was sent, an alert's too. What it said is kept; every recipient is told, as its own view has it.",
            [id, field, says, reason, disputed, version, by, role, requestId], null, async (parsed, session, cancel) =>
            {
                var who = NetworkArguments.Who(session, parsed.GetValue(by), parsed.GetValue(role));
                var get = new GetRequest { TransferId = await TransferIds.Find(session, parsed.GetRequiredValue(id), cancel), Version = parsed.GetValue(version) };
                var read = await session.Client.Cases.GetAsync(get, cancellationToken: cancel);
                var reply = await session.Client.Cases.CorrectAsync(new CorrectRequest
                {
                    TransferId = read.Transfer.Id, SawVersion = read.Transfer.Version, Field = parsed.GetRequiredValue(field), Is = parsed.GetRequiredValue(says),
                    Reason = new() { Text_ = parsed.GetRequiredValue(reason) }, DisputedBy = parsed.GetValue(disputed) ?? "", By = who, RequestId = parsed.GetValue(requestId) ?? "",
                }, cancellationToken: cancel);
                if (session.Json) session.Write(reply);
                else Tell(session, read.Transfer, reply);
                return ExitCode.Clean;
            });
    }

    private static void Tell(Session session, Transfer transfer, CorrectReply reply)
    {
        new CorrectionList(session.Screen, new Names(transfer)).Write([reply.Corrected]);
        session.Screen.Words(reply.Told.Count == 0 ? "No recipient is told of it." : $"It goes to {string.Join(", ", reply.Told.Select(session.Agencies.Of))}.");
        if (reply.NotTold.Count > 0) session.Screen.Words($"Not to {string.Join(", ", reply.NotTold.Select(session.Agencies.Of))}: their view withholds this field, so that they have neither the old words nor the new.");
    }
}
