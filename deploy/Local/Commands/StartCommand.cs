using System.CommandLine;
using InfoSharing.Exchange.Development;
using InfoSharing.Local.Distributed;
using InfoSharing.Local.Presentation;
using InfoSharing.Local.Running;
using InfoSharing.ServiceDefaults.Telemetry;

namespace InfoSharing.Local.Commands;

/// <summary><c>start</c>: runs the whole network until it is stopped.</summary>
internal static class StartCommand
{
    internal static Command Create()
    {
        var data = new Option<string>("--data") { Description = "The folder of its keys, directory and ledgers. Made where it is missing.", DefaultValueFactory = _ => DevelopmentNetwork.DefaultFolder };
        var port = new Option<int>("--port") { Description = "The first of eight consecutive ports; 0 takes free ones.", DefaultValueFactory = _ => DevelopmentNetwork.DefaultPort };
        port.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var first) || first < 0 || first > 65536 - DevelopmentNetwork.Agencies.Count))
                result.AddError($"--port takes 0, or a number up to {65536 - DevelopmentNetwork.Agencies.Count}.");
        });
        var distributed = new Option<bool>("--distributed") { Description = "Each agency in a process of its own, on a private RabbitMQ: the installed one, on free ports of this machine alone." };
        var telemetry = new Option<string?>("--telemetry") { Description = "Send traces and metrics to this collector, as OTLP over HTTP: http://127.0.0.1:4318.", HelpName = "URL" };
        telemetry.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !TelemetryOptions.IsAddress(result.Tokens[0].Value)) result.AddError("--telemetry takes a collector's address: http://127.0.0.1:4318.");
        });
        var command = new Command("start", "Runs police, social care, health and probation of two areas in this process, until Ctrl-C.") { data, port, distributed, telemetry };
        command.SetAction((parsed, stop) => Run(parsed.GetValue(data)!, parsed.GetValue(port), parsed.GetValue(distributed), parsed.GetValue(telemetry), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, stop));
        return command;
    }

    private static async Task<int> Run(string data, int port, bool distributed, string? telemetry, TextWriter output, TextWriter error, CancellationToken stop)
    {
        try
        {
            if (distributed)
            {
                if (telemetry is not null) Environment.SetEnvironmentVariable($"{TelemetryOptions.Section}__{nameof(TelemetryOptions.Endpoint)}", telemetry); // each agency's process has ours
                await using var network = await DistributedNetwork.StartAsync(data, port, TimeProvider.System, new Lines(output), error, stop);
                await UntilStopped(network.AddressOf, network.Network.Folder, data, output, stop);
            }
            else
            {
                using var export = telemetry is null ? null : new TelemetryExport(new Uri(telemetry), "infosharing");
                await using var network = await RunningNetwork.StartAsync(data, port, TimeProvider.System, new Lines(output), error, stop);
                await UntilStopped(network.AddressOf, network.Network.Folder, data, output, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) // stopped while it was starting; what was begun goes on at the next start
        {
        }
        await output.WriteLineAsync("InfoSharing has stopped.");
        return 0;
    }

    private static async Task UntilStopped(Func<string, string> addressOf, string folder, string data, TextWriter output, CancellationToken stop)
    {
        await ReadyPage.WriteAsync(output, addressOf, folder, data);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await output.WriteLineAsync("Stopping …");
    }

    private sealed class Lines(TextWriter writer) : IProgress<string>
    {
        public void Report(string value) => writer.WriteLine(value);
    }
}
