using System.CommandLine;
using Grpc.Core;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Presentation;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary><c>reconcile</c>: an agency and a partner compare what each holds of the other's messages, and what differs is mended.</summary>
internal static class ReconcileCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TimeProvider clock)
    {
        var with = new Option<string>("--with") { Description = "The partner, by its id: sandwell-social-care.", HelpName = "AGENCY", Required = true };
        var since = OperatorArguments.Since();
        var wait = new Option<int>("--wait") { Description = "Seconds to wait for the partner; 60 where it is not given.", HelpName = "SECONDS", DefaultValueFactory = _ => 60 };
        wait.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1) result.AddError("--wait wants a number of seconds above 0.");
        });
        return NetworkVerb.CreateForOperator(
            "reconcile", "Compares with a partner what each holds of the other's messages, and mends what differs. Ends with 0 where both hold the same, 1 where not, 75 where the partner was not heard.", [with, since, wait], async (parsed, session, cancel) =>
            {
                var partner = parsed.GetRequiredValue(with);
                using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(parsed.GetValue(wait)), clock);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, enough.Token);
                ReconcileReply? last = null;
                try
                {
                    using var call = session.Client.Operations.Reconcile(new() { With = partner, Since = OperatorArguments.TimeOf(parsed.GetValue(since)) }, cancellationToken: either.Token);
                    await foreach (var reply in call.ResponseStream.ReadAllAsync(either.Token)) last = reply;
                }
                catch (Exception over) when (over is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled } && enough.IsCancellationRequested && !cancel.IsCancellationRequested)
                {
                    // What was heard by then is told.
                }
                if (session.Json && last is not null) session.Write(last);
                if (!session.Json) new OperatorPages(session).Write(last, partner);
                return last is { Equal: true } ? ExitCode.Clean : last is { Heard: true } ? ExitCode.WithFindings : ExitCode.TryAgain;
            });
    }
}
