using System.CommandLine;
using Google.Protobuf.Collections;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Presentation;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;
using Basis = InfoSharing.V1.DestructionCertificate.Types.Basis;
using Capacity = InfoSharing.V1.CustodyRecord.Types.Capacity;

namespace InfoSharing.Cli.Commands;

/// <summary><c>retention</c>: what the schedule proposes, and what two people decide. Nothing is destroyed by itself.</summary>
internal static class RetentionCommand
{
    private static readonly Dictionary<string, Basis> Bases = new()
    {
        ["end-of-retention"] = Basis.EndOfRetention, ["court-order"] = Basis.CourtOrder, ["rectification"] = Basis.Rectification, ["erasure-request"] = Basis.ErasureRequest,
    };

    private static readonly Dictionary<string, Capacity> Capacities = new() { ["manager"] = Capacity.Manager, ["ig-lead"] = Capacity.InformationGovernanceLead };

    /// <summary>The verb, with one command for each step.</summary>
    public static Command Create()
    {
        var command = new Command("retention", "What falls due, and what two people decide about it: due, dispose, keep. Nothing is destroyed by itself.");
        command.Subcommands.Add(Due());
        command.Subcommands.Add(Dispose());
        command.Subcommands.Add(Keep());
        command.Subcommands.Add(ErasedCommand.CreateList());
        command.Subcommands.Add(ErasedCommand.CreateAgain());
        return command;
    }

    private static Command Due() =>
        NetworkVerb.Create("due", "Lists what the schedule proposes for disposal, oldest first: ids and days, no word of a case.", [], null, async (_, session, cancel) =>
        {
            var all = new ListDueReply();
            do
            {
                var page = await session.Client.Retention.ListDueAsync(new ListDueRequest { PageSize = 200, PageToken = all.NextPageToken }, cancellationToken: cancel);
                all.Cases.AddRange(page.Cases);
                all.NextPageToken = page.NextPageToken;
            }
            while (all.NextPageToken.Length > 0);
            if (session.Json) session.Write(all);
            else Tell(session, all.Cases);
            return ExitCode.Clean;
        });

    private static Command Dispose()
    {
        var id = NetworkArguments.Id();
        var (by, role) = NetworkArguments.ByName();
        var reason = NetworkArguments.Reason("Why it may end.");
        var capacity = Choice("--capacity", "In what capacity you confirm", Capacities);
        var basis = Choice("--basis", "On what basis", Bases);
        return NetworkVerb.Create("dispose", "Confirms a disposal. A manager and the information governance lead both do, by name; the second destroys the key.", [id, capacity, basis, reason, by, role], null, async (parsed, session, cancel) =>
        {
            var transferId = await TransferIds.Find(session, parsed.GetRequiredValue(id), cancel);
            var reply = await session.Client.Retention.DisposeAsync(new DisposeRequest
            {
                TransferId = transferId, Basis = Bases[parsed.GetRequiredValue(basis)], Capacity = Capacities[parsed.GetRequiredValue(capacity)],
                By = NetworkArguments.Who(session, parsed.GetValue(by), parsed.GetValue(role)), Reason = new() { Text_ = parsed.GetRequiredValue(reason) },
            }, cancellationToken: cancel);
            if (session.Json) session.Write(reply);
            else if (reply.Certificate is { } certificate) session.Screen.Words($"Both have confirmed, and the key is destroyed: nobody can read it here again. Certificate {certificate.Id}: {session.Command($"breach {transferId} --out DIR")}");
            else session.Screen.Words($"Confirmed. Nothing is destroyed yet: the {TransferWords.OfCode(CustodyRecord.Descriptor.EnumTypes[0].FindValueByNumber((int)reply.Wanted).Name)} must confirm too, within 30 days unless your agency sets another time.");
            return ExitCode.Clean;
        });
    }

    private static Command Keep()
    {
        var id = NetworkArguments.Id();
        var (by, role) = NetworkArguments.ByName();
        var reason = NetworkArguments.Reason("Why it is kept.");
        var until = NetworkArguments.Until("The last day on which it is kept; it is proposed again on the day after.", required: true);
        return NetworkVerb.Create("keep", "Keeps a case beyond its period, and takes back what was confirmed.", [id, until, reason, by, role], null, async (parsed, session, cancel) =>
        {
            var reply = await session.Client.Retention.KeepAsync(new KeepRequest
            {
                TransferId = await TransferIds.Find(session, parsed.GetRequiredValue(id), cancel), Until = parsed.GetRequiredValue(until),
                By = NetworkArguments.Who(session, parsed.GetValue(by), parsed.GetValue(role)), Reason = new() { Text_ = parsed.GetRequiredValue(reason) },
            }, cancellationToken: cancel);
            if (session.Json) session.Write(reply);
            else session.Screen.Words($"Kept until {parsed.GetRequiredValue(until)}.");
            return ExitCode.Clean;
        });
    }

    private static Option<string> Choice<T>(string name, string description, Dictionary<string, T> choices)
    {
        var option = new Option<string>(name) { Description = $"{description}: {string.Join(", ", choices.Keys)}.", HelpName = "ONE", Required = true };
        option.AcceptOnlyFromAmong([.. choices.Keys]);
        return option;
    }

    private static void Tell(Session session, RepeatedField<ListDueReply.Types.Entry> cases)
    {
        foreach (var one in cases)
        {
            session.Screen.Heading(one.TransferId, Colour.Bold, $"  due {one.DueOn}{(one.OnHold ? "  ON HOLD" : "")}");
            session.Screen.Words($"{one.Kind.Replace('-', ' ')}, {TransferWords.Of(one.State)}; nothing since {Sentence.Moment(one.Since)["at ".Length..]}; schedule: {one.Schedule.Replace('-', ' ')}{(one.Under18 ? "; about somebody under 18" : "")}{Confirmed(one)}", 4);
        }
        session.Screen.Words(cases.Count == 0 ? "Nothing is due." : $"{Sentence.Count(cases.Count, "case is", "cases are")} proposed. Nothing ends unless two people say so; a misdirected one ends with its enquiry.");
    }

    private static string Confirmed(ListDueReply.Types.Entry one) => one.Confirmed switch
    {
        Capacity.Manager => "; the manager has confirmed",
        Capacity.InformationGovernanceLead => "; the information governance lead has confirmed",
        _ => "",
    };
}
