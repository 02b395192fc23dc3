using System.CommandLine;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;
using Answer = InfoSharing.V1.FlowReply.Types.ChildNow.Types.Answer;

namespace InfoSharing.Cli.Commands;

/// <summary><c>accept</c>: responsibility is taken, child by child; an alert is acknowledged.</summary>
internal static class AcceptCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var children = NetworkArguments.Children("A child to accept; may be given several times. Left out: all who are moved and may move.");
        return AnswerVerb.Create("accept", "Takes responsibility for children; acknowledges an alert. Nothing but this moves it.", [children], async (parsed, answer, cancel) =>
        {
            var chosen = parsed.GetValue(children) ?? [];
            if (TransferWords.IsAlert(answer.Transfer.Kind))
            {
                if (chosen.Length > 0) throw new NotDoneException("An alert takes nobody: it is acknowledged. Leave --child out. Nothing was done.");
                return (new() { Accepted = new() { SawVersion = answer.Transfer.Version, By = answer.By } }, "Acknowledged: what it tells you, you now know.");
            }
            if (chosen.Length == 0) chosen = await AllWhoMay(answer.Session, answer.Transfer.Id, cancel);
            return (
                new() { Accepted = new() { Children = { chosen }, SawVersion = answer.Transfer.Version, By = answer.By } },
                $"Accepted: {new Names(answer.Transfer).Of(chosen)}.");
        });
    }

    private static async Task<string[]> AllWhoMay(Session session, string id, CancellationToken cancel)
    {
        var flow = await session.Client.Cases.FlowAsync(new FlowRequest { TransferId = id }, cancellationToken: cancel);
        var open = flow.Children.Where(child => child.Answer != Answer.Accepted).ToList();
        var may = open.Where(child => !child.OrderStays).Select(child => child.Child).ToArray();
        if (may.Length > 0) return may;
        throw new NotDoneException(open.Count == 0
            ? "There is no child left to accept in this transfer. Nothing was done."
            : "Every child that is left is under an order that does not move with a transfer. Agree who visits; the court, or the order's end, changes the rest. Nothing was done.");
    }
}
