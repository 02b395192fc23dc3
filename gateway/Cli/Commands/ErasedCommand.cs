using System.CommandLine;
using System.Text;
using Google.Protobuf;
using InfoSharing.Cli.Input;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary><c>retention erased</c> and <c>retention erase-again</c>: the list that is kept beside backups, and what it is for after a restore.</summary>
internal static class ErasedCommand
{
    private const int AtATime = 1_000;

    /// <summary>Writes the list.</summary>
    public static Command CreateList()
    {
        var file = new Option<string>("--out") { Description = "Writes them into a file, a line each: the id, and the certificate without which nothing is erased again. Keep it beside the backups, and not in them. Left out: the screen.", HelpName = "FILE" };
        return NetworkVerb.Create("erased", "Lists the cases whose keys are destroyed, so that a restored copy can be put right.", [file], null, async (parsed, session, cancel) =>
        {
            var all = new ListErasedReply();
            while (true)
            {
                var page = await session.Client.Retention.ListErasedAsync(new ListErasedRequest { After = all.Cases.LastOrDefault()?.Position ?? 0 }, cancellationToken: cancel);
                if (page.Cases.Count == 0) break;
                all.Cases.AddRange(page.Cases);
            }
            if (parsed.GetValue(file) is { Length: > 0 } place) Write(place, all);
            if (session.Json) session.Write(all);
            else if (parsed.GetValue(file) is null) foreach (var one in all.Cases) session.Screen.Line($"{one.TransferId}  {Sentence.Moment(one.At)["at ".Length..]}");
            else session.Screen.Words($"{Sentence.Count(all.Cases.Count, "case", "cases")}. After a restore: {session.Command("retention erase-again FILE")}");
            return ExitCode.Clean;
        });
    }

    /// <summary>Erases again.</summary>
    public static Command CreateAgain()
    {
        var file = new Argument<string>("FILE") { Description = "The list that \"retention erased\" wrote before the restore." };
        var (by, role) = NetworkArguments.ByName();
        return NetworkVerb.Create("erase-again", "After a restore: erases again what had been erased before. Ends with 1 where one of them was left alone: a legal hold, or a certificate that does not hold.", [file, by, role], null, async (parsed, session, cancel) =>
        {
            var certificates = Read(parsed.GetRequiredValue(file));
            var all = new EraseAgainReply();
            foreach (var some in certificates.Chunk(AtATime))
            {
                var reply = await session.Client.Retention.EraseAgainAsync(new EraseAgainRequest { Certificates = { some }, By = NetworkArguments.Who(session, parsed.GetValue(by), parsed.GetValue(role)) }, cancellationToken: cancel);
                (all.Erased, all.NothingToDo) = (all.Erased + reply.Erased, all.NothingToDo + reply.NothingToDo);
                all.OnHold.AddRange(reply.OnHold);
                all.NotOurs.AddRange(reply.NotOurs);
            }
            if (session.Json) session.Write(all);
            else
            {
                session.Screen.Words($"{Sentence.Count((int)all.Erased, "case", "cases")} erased again; {all.NothingToDo} were erased already, or are not here.");
                foreach (var id in all.OnHold) session.Screen.Words($"{id} is on legal hold: whoever put it on decides.", 2);
                foreach (var id in all.NotOurs) session.Screen.Words($"{id} was left alone: its certificate is not this agency's, or names another key.", 2);
            }
            return all.OnHold.Count + all.NotOurs.Count == 0 ? ExitCode.Clean : ExitCode.WithFindings;
        });
    }

    private static void Write(string place, ListErasedReply all)
    {
        try
        {
            PrivateFile.Write(place, new StringBuilder().AppendJoin('\n', all.Cases.Where(one => one.Certificate is not null).Select(one => $"{one.TransferId} {Convert.ToBase64String(one.Certificate.ToByteArray())}")).Append('\n').ToString());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new NotDoneException($"{place} cannot be written: look whether its place is there, is yours and has room, or give another with --out.", fault);
        }
    }

    private static List<DestructionCertificate> Read(string file)
    {
        try
        {
            return [.. File.ReadLines(file).Where(line => line.Trim().Length > 0).Select(line => DestructionCertificate.Parser.ParseFrom(Convert.FromBase64String(line.Trim().Split(' ')[^1])))];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException or InvalidProtocolBufferException)
        {
            throw new NotDoneException($"{file} cannot be read. Give the list that \"retention erased --out FILE\" wrote. Nothing was done.", fault);
        }
    }
}
