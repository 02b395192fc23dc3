using System.CommandLine;
using Grpc.Core;
using InfoSharing.Cli.Presentation;
using InfoSharing.Client;

namespace InfoSharing.Cli.Network;

/// <summary>A verb that asks a running agency: the options that all have, and how each of its failures becomes words and a code.</summary>
internal static class NetworkVerb
{
    // A person waits: long enough for a service that restarts, short enough to be told.
    private const int Attempts = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Makes the verb.</summary>
    /// <param name="name">The verb.</param>
    /// <param name="description">What it does, and how it ends.</param>
    /// <param name="symbols">Its own arguments and options.</param>
    /// <param name="input">The standard input; null is the process's.</param>
    /// <param name="run">Does it; gives the exit code.</param>
    internal static Command Create(string name, string description, IEnumerable<Symbol> symbols, Stream? input, Func<ParseResult, Session, CancellationToken, Task<int>> run) =>
        Create(name, description, symbols, input, (_, network, agency) => network.TokenOf(agency), run);

    /// <summary>Makes a verb of an operator, who has a token of their own and sees no case.</summary>
    internal static Command CreateForOperator(string name, string description, IEnumerable<Symbol> symbols, Func<ParseResult, Session, CancellationToken, Task<int>> run)
    {
        var which = new Option<string>("--operator") { Description = "Which of the network's operators: first or second.", HelpName = "WHICH", DefaultValueFactory = _ => "first" };
        which.AcceptOnlyFromAmong("first", "second");
        return Create(name, description, [.. symbols, which], null, (parsed, network, agency) => network.OperatorTokenOf(agency, parsed.GetRequiredValue(which)), run);
    }

    private static Command Create(
        string name, string description, IEnumerable<Symbol> symbols, Stream? input, Func<ParseResult, NetworkFolder, KnownAgency, string> token, Func<ParseResult, Session, CancellationToken, Task<int>> run)
    {
        var agency = new Option<string>("--as") { Description = "The agency that asks, by its id: leeds-social-care.", Required = true, HelpName = "AGENCY" };
        var data = new Option<string>("--data") { Description = "The network's folder.", HelpName = "DIR", DefaultValueFactory = _ => "data" };
        var json = new Option<bool>("--json") { Description = "Write the reply as protobuf JSON." };
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) command.Arguments.Add(argument);
            else command.Options.Add((Option)symbol);
        }
        command.Options.Add(agency);
        command.Options.Add(data);
        command.Options.Add(json);
        command.SetAction(async (parsed, cancel) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var folder = parsed.GetRequiredValue(data);
            var asJson = parsed.GetValue(json);
            return await Guarded(parsed.GetRequiredValue(agency), asJson, output, error, async () =>
            {
                var network = NetworkFolder.Open(folder);
                var us = network.Find(parsed.GetRequiredValue(agency));
                Session? session = null;
                using var client = new AgencyClient(us.Address, token(parsed, network, us), new() { AuthorityFile = network.AuthorityOf(us), Attempts = Attempts, LongestDelay = Patience, OnFurtherAttempt = further => session?.Tell?.Invoke(further) });
                session = new Session(client, us, new AgencyNames(network.Agencies), folder == "data" ? "" : $" --data {folder}", asJson, output, error, input);
                return await run(parsed, session, cancel);
            }, cancel);
        });
        return command;
    }

    private static async Task<int> Guarded(string agency, bool json, TextWriter output, TextWriter error, Func<Task<int>> run, CancellationToken cancel)
    {
        var screen = Screen.Of(error);
        try
        {
            return await run();
        }
        catch (NotDoneException fault)
        {
            screen.Words(fault.Message);
            return ExitCode.NotDone;
        }
        catch (BadRequestException fault) when (fault.Faults.Count > 0)
        {
            if (json) FaultPage.WriteJson(output, [.. fault.Faults.Select(one => new Validator.Reading.Fault(0, 0, one.Field, one.Words))]);
            else FaultPage.WriteRefused(screen, fault.Status.Detail, fault.Faults);
            return ExitCode.NotDone;
        }
        catch (Exception) when (cancel.IsCancellationRequested) // Ctrl-C: whatever ended then was told to end
        {
            screen.Words("Stopped. What had been sent by then may have been done: look before you do it again.");
            return ExitCode.NotDone;
        }
        catch (RpcException fault)
        {
            screen.Words(RpcWords.Of(fault, agency));
            return RpcWords.ExitCodeOf(fault.StatusCode);
        }
    }
}
