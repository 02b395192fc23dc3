using System.CommandLine;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Presentation;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary>What accept, decline and ask have alike: whose answer it is, which version was read, and the page after it.</summary>
internal static class AnswerVerb
{
    /// <summary>The transfer that is answered, open here, and who answers.</summary>
    internal sealed record Answering(Session Session, Transfer Transfer, Who? By);

    /// <summary>Makes the verb.</summary>
    /// <param name="name">The verb.</param>
    /// <param name="description">What it does.</param>
    /// <param name="own">Its own options.</param>
    /// <param name="make">The answer, and the sentence that says it was given.</param>
    internal static Command Create(string name, string description, IEnumerable<Symbol> own, Func<ParseResult, Answering, CancellationToken, Task<(RespondRequest Request, string Said)>> make)
    {
        var id = NetworkArguments.Id();
        var version = NetworkArguments.Version("The version that you have read; the newest here where it is not given. When a newer one has come, nothing is answered.");
        var (by, role) = NetworkArguments.By();
        var requestId = new Option<string>("--request-id") { Description = "Your id for this request: the same id again gives the first answer again.", HelpName = "ID" };
        return NetworkVerb.Create(name, description, [id, .. own, version, by, role, requestId], null, async (parsed, session, cancel) =>
        {
            var who = NetworkArguments.Who(session, parsed.GetValue(by), parsed.GetValue(role));
            var get = new GetRequest { TransferId = await TransferIds.Find(session, parsed.GetRequiredValue(id), cancel), Version = parsed.GetValue(version) };
            var read = await session.Client.Cases.GetAsync(get, cancellationToken: cancel);
            var (request, said) = await make(parsed, new(session, read.Transfer, who), cancel);
            request.TransferId = read.Transfer.Id;
            request.RequestId = parsed.GetValue(requestId) ?? "";
            var reply = await session.Client.Cases.RespondAsync(request, cancellationToken: cancel);
            if (session.Json) session.Write(reply);
            else await new AnswerPage(session, read.Transfer).Write(said, reply, cancel);
            return ExitCode.Clean;
        });
    }

    /// <summary>The children that were chosen; all who are moved where none was.</summary>
    internal static IReadOnlyList<string> ChosenOrAll(string[]? chosen, Transfer transfer) =>
        chosen is { Length: > 0 } ? chosen : [.. Validator.Facts.MovingChildren.Of(transfer).Select(child => child.Ref)];
}
