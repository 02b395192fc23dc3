using System.CommandLine;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;
using Keeps = InfoSharing.V1.Withdrawn.Types.ReceiverKeeps;

namespace InfoSharing.Cli.Commands;

/// <summary><c>keep</c>: after a withdrawal, what the receiver does with what it knows. Withdrawing took neither that nor its duties away.</summary>
internal static class KeepCommand
{
    private static readonly Dictionary<string, Keeps> Choices = new() { ["acted-on"] = Keeps.ActedOn, ["contact"] = Keeps.Contact, ["returned"] = Keeps.Returned };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var id = NetworkArguments.Id();
        var choice = new Option<string>("--choice") { Description = "acted-on: you have acted on it already. contact: you keep it as a contact, for reasons of your own. returned: you return it.", HelpName = "CHOICE", Required = true };
        choice.AcceptOnlyFromAmong([.. Choices.Keys]);
        var because = new Option<string>("--because") { Description = "Why; needed to keep it as a contact.", HelpName = "WORDS" };
        var (by, role) = NetworkArguments.By();
        var requestId = NetworkArguments.RequestId();
        return NetworkVerb.Create("keep", "After a withdrawal: says what you do with what you know. It does not remove what you must do.", [id, choice, because, by, role, requestId], null, async (parsed, session, cancel) =>
        {
            var keeps = Choices[parsed.GetRequiredValue(choice)];
            var request = new RespondRequest
            {
                TransferId = await TransferIds.Find(session, parsed.GetRequiredValue(id), cancel),
                Kept = new() { Keeps = keeps, Because = parsed.GetValue(because) is { Length: > 0 } words ? new() { Text_ = words } : null, By = NetworkArguments.Who(session, parsed.GetValue(by), parsed.GetValue(role)) },
                RequestId = parsed.GetValue(requestId) ?? "",
            };
            var reply = await session.Client.Cases.RespondAsync(request, cancellationToken: cancel);
            if (session.Json) session.Write(reply);
            else session.Screen.Words($"Stored {Sentence.Moment(reply.At)}: {WordsOf(keeps)}. The sender is told. If a child is at risk here, act as before.");
            return ExitCode.Clean;
        });
    }

    /// <summary>A choice as people say it.</summary>
    internal static string WordsOf(Keeps keeps) => keeps switch
    {
        Keeps.ActedOn => "acted on already",
        Keeps.Contact => "kept as a contact",
        _ => "returned",
    };
}
