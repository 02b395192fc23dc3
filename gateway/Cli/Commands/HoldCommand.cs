using System.CommandLine;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary><c>hold</c> and <c>release</c>: a legal hold, which nothing that destroys gets past.</summary>
internal static class HoldCommand
{
    /// <summary>Puts it on.</summary>
    public static Command Create()
    {
        var id = NetworkArguments.Id();
        var (by, role) = NetworkArguments.ByName();
        var reason = NetworkArguments.Reason("Why: the court and its number, or the inquiry.");
        var until = NetworkArguments.Until("The last day of the hold; left out, it lasts until it is released.", required: false);
        return NetworkVerb.Create("hold", "Puts a legal hold on a case: nothing destroys its key until the hold ends.", [id, reason, until, by, role], null, async (parsed, session, cancel) =>
        {
            var reply = await session.Client.Retention.HoldAsync(new HoldRequest
            {
                TransferId = await TransferIds.Find(session, parsed.GetRequiredValue(id), cancel), Until = parsed.GetValue(until) ?? "",
                By = NetworkArguments.Who(session, parsed.GetValue(by), parsed.GetValue(role)), Reason = new() { Text_ = parsed.GetRequiredValue(reason) },
            }, cancellationToken: cancel);
            if (session.Json) session.Write(reply);
            else session.Screen.Words($"Held from {Sentence.Moment(reply.At)["at ".Length..]}. Nothing destroys it until the hold ends.");
            return ExitCode.Clean;
        });
    }

    /// <summary>Ends it.</summary>
    public static Command CreateRelease()
    {
        var id = NetworkArguments.Id();
        var (by, role) = NetworkArguments.ByName();
        var reason = NetworkArguments.Reason("Why it may end.");
        return NetworkVerb.Create("release", "Ends a legal hold. What was confirmed before it no longer counts.", [id, reason, by, role], null, async (parsed, session, cancel) =>
        {
            var reply = await session.Client.Retention.EndHoldAsync(new EndHoldRequest
            {
                TransferId = await TransferIds.Find(session, parsed.GetRequiredValue(id), cancel),
                By = NetworkArguments.Who(session, parsed.GetValue(by), parsed.GetValue(role)), Reason = new() { Text_ = parsed.GetRequiredValue(reason) },
            }, cancellationToken: cancel);
            if (session.Json) session.Write(reply);
            else session.Screen.Words($"Released {Sentence.Moment(reply.At)}. The schedule counts again.");
            return ExitCode.Clean;
        });
    }
}
