using System.CommandLine;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Presentation;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary><c>owed</c>: what an agency owes and is owed over all its transfers, the next due first. References, and no word of a case.</summary>
internal static class OwedCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var most = new Option<uint>("--most") { Description = "At most this many, the next due; 200 where it is not given.", HelpName = "N" };
        return NetworkVerb.Create("owed", "Lists what an agency owes and is owed over all its transfers, the next due first: rules and references, no word of a case.", [most], null, async (parsed, session, cancel) =>
        {
            var reply = await session.Client.Cases.ListOwedAsync(new ListOwedRequest { Most = parsed.GetValue(most) }, cancellationToken: cancel);
            if (session.Json) session.Write(reply);
            else Tell(session, reply);
            return ExitCode.Clean;
        });
    }

    private static void Tell(Session session, ListOwedReply reply)
    {
        var screen = session.Screen;
        foreach (var (title, owed) in new[] { ("We owe", reply.Owed.Where(one => one.Owes == session.Agency.Id).ToList()), ("We are owed", reply.Owed.Where(one => one.Owes != session.Agency.Id).ToList()) })
        {
            if (owed.Count == 0) continue;
            screen.Heading(title, Colour.Bold, "");
            foreach (var one in owed)
            {
                var due = one.Owed.Due is { } at ? Sentence.Moment(at)["at ".Length..] : "no day";
                screen.Words($"{(one.RunOut ? "RUN OUT " : "by ")}{due}  {What(one.Owed)}", 2);
                screen.Words($"{TransferWords.Of(one.Kind)} {one.TransferId}, {(title == "We owe" ? $"to {session.Agencies.Of(one.To)}" : $"from {session.Agencies.Of(one.Owes)}")}", 6);
            }
            screen.Blank();
        }
        screen.Words(reply.Owed.Count == 0 ? "Nothing is owed." : $"{Sentence.Count(reply.Owed.Count, "thing", "things")} owed. {session.Command("flow ID")} says each in words.");
        if (reply.LeftOff > 0) screen.Words($"{reply.LeftOff} more: --most N shows them.");
    }

    private static string What(Owed owed)
    {
        var what = owed.RuleId.Length > 0 ? owed.RuleId : owed.Item.Replace('_', ' ');
        return string.Join("  ", new[] { what, owed.Field, owed.Params.GetValueOrDefault("child", "") }.Where(part => part.Length > 0));
    }
}
