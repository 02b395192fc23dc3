using System.CommandLine;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary><c>disagree</c>: one side's reasons in a disagreement; with <c>--agreed</c> what both have agreed, which ends it.</summary>
internal static class DisagreeCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var id = NetworkArguments.Id();
        var children = NetworkArguments.Children("A child whom it is about; may be given several times.");
        children.Required = true;
        var reason = new Option<string>("--reason") { Description = "Your reasons; with --agreed, what both sides have agreed.", HelpName = "WORDS", Required = true };
        var agreed = new Option<bool>("--agreed") { Description = "Both sides have agreed: the disagreement ends. Say who visits, and who agreed for each side." };
        var visits = Person("--visits", "Who visits the children meanwhile: \"Ade Bamgbose, social worker\".");
        var often = new Option<string>("--how-often") { Description = "How often: \"twice a week\".", HelpName = "WORDS" };
        var byFrom = Person("--agreed-by-sender", "Who agreed for the sender.");
        var byTo = Person("--agreed-by-recipient", "Who agreed for the recipient.");
        var (by, role) = NetworkArguments.By();
        var requestId = NetworkArguments.RequestId();
        return NetworkVerb.Create("disagree", "Says your reasons where areas disagree about a child, or (--agreed) what both have agreed, which ends it. It moves no responsibility.",
            [id, children, reason, agreed, visits, often, byFrom, byTo, by, role, requestId], null, async (parsed, session, cancel) =>
            {
                var note = new DisagreementNote
                {
                    Children = { parsed.GetRequiredValue(children) }, Words = new() { Text_ = parsed.GetRequiredValue(reason) }, Agreed = parsed.GetValue(agreed),
                    By = NetworkArguments.Who(session, parsed.GetValue(by), parsed.GetValue(role)),
                };
                if (parsed.GetValue(visits) is { Length: > 0 } visitor)
                    note.InterimArrangement.Add(note.Children.Select(child => new InterimArrangement { Child = child, WhoVisits = Who(visitor), HowOften = parsed.GetValue(often) ?? "", AgreedByFrom = Who(parsed.GetValue(byFrom)), AgreedByTo = Who(parsed.GetValue(byTo)) }));
                var request = new NoteDisagreementRequest { TransferId = await TransferIds.Find(session, parsed.GetRequiredValue(id), cancel), Note = note, RequestId = parsed.GetValue(requestId) ?? "" };
                var reply = await session.Client.Cases.NoteDisagreementAsync(request, cancellationToken: cancel);
                if (session.Json) session.Write(reply);
                else
                {
                    session.Screen.Words(note.Agreed ? $"Recorded {Sentence.Moment(reply.At)}: both sides have agreed, and the disagreement has ended." : $"Recorded {Sentence.Moment(reply.At)}. The other side is told.");
                    session.Screen.Words($"All of it: {session.Command($"flow {request.TransferId}")}");
                }
                return ExitCode.Clean;
            });
    }

    private static Option<string> Person(string name, string description) => new(name) { Description = description, HelpName = "NAME, ROLE" };

    // "Ade Bamgbose, social worker": what comes after the first comma is the role.
    private static Who? Who(string? written)
    {
        if (string.IsNullOrWhiteSpace(written)) return null;
        var parts = written.Split(',', 2, StringSplitOptions.TrimEntries);
        return new() { Name = parts[0], Role = parts.Length > 1 ? parts[1] : "" };
    }
}
