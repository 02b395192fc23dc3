using System.CommandLine;
using Grpc.Core;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Presentation;
using InfoSharing.V1;
using State = InfoSharing.V1.RedriveReply.Types.State;

namespace InfoSharing.Cli.Commands;

/// <summary><c>redrive</c>: what is stuck or was sent goes again, under the same ids.</summary>
internal static class RedriveCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = Go();
        command.Subcommands.Add(Agree());
        command.Subcommands.Add(Stop());
        return command;
    }

    private static Command Go()
    {
        var to = new Option<string>("--to") { Description = "To this agency alone.", HelpName = "AGENCY", DefaultValueFactory = _ => "" };
        var lane = new Option<int>("--lane") { Description = "In this lane alone: 1 alerts and answers, 2 transfers, 3 documents.", HelpName = "N" };
        lane.AcceptOnlyFromAmong("1", "2", "3");
        var (since, until) = (OperatorArguments.Since(), OperatorArguments.Until());
        var ids = new Option<string[]>("--id") { Description = "This message alone; may be given again.", HelpName = "ID", DefaultValueFactory = _ => [] };
        var delivered = new Option<bool>("--delivered-too") { Description = "Also what has its receipt; with --to or --id." };
        var reason = new Option<string>("--reason") { Description = "Why, for the record, without a word of a case.", HelpName = "WORDS", DefaultValueFactory = _ => "" };
        var set = new Option<string>("--set") { Description = "Go on with a set: after a second person agreed, or where it stopped.", HelpName = "SET", DefaultValueFactory = _ => "" };
        var dryRun = OperatorArguments.DryRun();
        return NetworkVerb.CreateForOperator(
            "redrive", "Freezes what is stuck as a set, shows it, and sends it again under the same ids: what is there already is dropped there. Ends with 0 where all of it has its receipt, 1 where some has not.",
            [to, lane, since, until, ids, delivered, reason, set, dryRun], async (parsed, session, cancel) =>
            {
                var request = new RedriveRequest { DryRun = parsed.GetValue(dryRun), Reason = parsed.GetValue(reason) ?? "" };
                if (parsed.GetValue(set) is { Length: > 0 } known) request.SetId = known;
                else
                {
                    request.Select = new()
                    {
                        Recipient = parsed.GetValue(to) ?? "", Lane = (Parcel.Types.Lane)parsed.GetValue(lane), Since = OperatorArguments.TimeOf(parsed.GetValue(since)),
                        Until = OperatorArguments.TimeOf(parsed.GetValue(until)), MessageIds = { parsed.GetValue(ids) ?? [] }, DeliveredToo = parsed.GetValue(delivered),
                    };
                }
                var pages = new OperatorPages(session);
                RedriveReply? last = null;
                using var call = session.Client.Operations.Redrive(request, cancellationToken: cancel);
                await foreach (var reply in call.ResponseStream.ReadAllAsync(cancel))
                {
                    if (session.Json) session.Write(reply);
                    else pages.Write(reply, last);
                    last = reply;
                }
                if (last is null) throw new NotDoneException($"{session.Agency.Id} said nothing of it. Give this command again.");
                if (!session.Json) pages.WriteEnd(last);
                return last.State is State.DryRun or State.NeedsSecond || last is { State: State.Ended } && last.Receipted == last.Of ? ExitCode.Clean : ExitCode.WithFindings;
            });
    }

    private static Command Agree() => Of("agree", "A second person agrees that a set goes. It then goes with: redrive --set SET.", async (id, session, cancel) =>
    {
        var reply = await session.Client.Operations.AgreeAsync(new() { SetId = id }, cancellationToken: cancel);
        if (session.Json) session.Write(reply);
        else session.Screen.Words($"Agreed: {reply.Of:N0} messages may go again. They go with: {session.Command("redrive")} --set {id}");
    });

    private static Command Stop() => Of("stop", "Stops a set after what goes just now.", async (id, session, cancel) =>
    {
        var reply = await session.Client.Operations.StopAsync(new() { SetId = id }, cancellationToken: cancel);
        if (session.Json) session.Write(reply);
        else session.Screen.Words($"It stops after what goes just now. It goes on with: {session.Command("redrive")} --set {id}");
    });

    private static Command Of(string name, string description, Func<string, Session, CancellationToken, Task> run)
    {
        var set = new Argument<string>("SET") { Description = "The set's id, as redrive showed it." };
        return NetworkVerb.CreateForOperator(name, description, [set], async (parsed, session, cancel) =>
        {
            await run(parsed.GetRequiredValue(set).Trim(), session, cancel);
            return ExitCode.Clean;
        });
    }
}
