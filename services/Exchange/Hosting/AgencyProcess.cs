using System.Globalization;
using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.Exchange.Development;
using InfoSharing.Exchange.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Hosting;

/// <summary>
/// One agency alone in a process. 1. In Development the network is opened, and made where there is none; elsewhere, and where a file of settings is named, every setting is
/// the operator's. 2. The service is made, its ledger opened, and it is started. 3. It says where it is, and whether it can send. 4. It runs until it is told to stop.
/// </summary>
internal sealed class AgencyProcess(AgencyService service, TextWriter output, TextWriter error, TimeProvider clock)
{
    private const string ShiftFile = "Clock:ShiftFile";

    /// <summary>Runs it; 0, or 1 where it could not start and said why.</summary>
    internal async Task<int> RunAsync(string[] args, CancellationToken stop = default)
    {
        WebApplication? app = null;
        var where = "Its address";
        try
        {
            var builder = WebApplication.CreateSlimBuilder([.. NetworkHosting.ReadOnce, .. args]);
            var given = SettingsFile.AddTo(builder.Configuration); // 1
            var network = builder.Environment.IsDevelopment() && !given ? await OpenAsync(builder, stop) : null;
            where = $"{builder.Configuration["Endpoint:Address"]}:{builder.Configuration["Endpoint:Port"]}";
            // Who tries it out wants to see that it runs; an operator wants to see what it did.
            builder.Logging.ClearProviders().SetMinimumLevel(network is null ? LogLevel.Information : LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning).AddProvider(new LogLines(builder.Configuration["Agency:Id"] ?? "", error));
            builder.Services.AddSingleton(ClockOf(builder));
            if (args is ["restore", ..]) return await RestoreAsync(builder.Configuration, stop);
            app = service.Build(builder); // 2
            if (!await OpenLedgerAsync(app, stop)) return 0;
            await app.StartAsync(stop);
            await SayAsync(app, network, stop); // 3
            await app.WaitForShutdownAsync(stop); // 4
            return 0;
        }
        catch (Exception failure) when (StartFailures.Words(failure, where) is { } lines) // the edge of the process: a refusal to start becomes words and a code
        {
            foreach (var line in lines) await error.WriteLineAsync(line);
            return 1;
        }
        finally
        {
            if (app is not null) await app.DisposeAsync();
        }
    }

    // The host would make what stands on the ledger while it starts, and be told to stop in vain while that waits for a server. False where it was stopped meanwhile.
    private static async Task<bool> OpenLedgerAsync(WebApplication app, CancellationToken stop)
    {
        using var signals = new StopSignals(stop);
        try
        {
            await app.Services.GetRequiredService<LedgerOpening>().OpenAsync(signals.Stop);
            return true;
        }
        catch (OperationCanceledException) when (signals.Stop.IsCancellationRequested) // nothing is under way
        {
            return false;
        }
    }

    private TimeProvider ClockOf(WebApplicationBuilder builder)
    {
        if (builder.Configuration[ShiftFile] is not { Length: > 0 } file) return clock;
        if (!builder.Environment.IsDevelopment()) throw new CannotStartException($"{ShiftFile} makes an agency's clock wrong, to try what that does, and is for Development alone: leave it out.");
        return new ShiftedClock(clock, file);
    }

    private async Task<DevelopmentNetwork> OpenAsync(WebApplicationBuilder builder, CancellationToken stop)
    {
        var typed = builder.Configuration;
        var agency = AgencyOf(typed["agency"] ?? typed["Agency:Id"]);
        var network = await DevelopmentNetwork.OpenAsync(typed["data"] ?? DevelopmentNetwork.DefaultFolder, builder.Environment, clock, new Lines(error), stop);
        var settings = new Dictionary<string, string?>(network.SettingsOf(agency)) { ["Bus:Transport"] = "None" }; // the in-memory bus joins agencies of one process alone
        // Under everything else, so that what is set by hand holds.
        ((IConfigurationBuilder)typed).Sources.Insert(0, new MemoryConfigurationSource { InitialData = settings });
        if (typed["port"] is { } port) typed["Endpoint:Port"] = PortOf(port);
        typed["Agency:Id"] = agency;
        return network;
    }

    // The same settings as the service's: "restore --from DIR [--replace true] [--erased FILE] [--signed-by FILE]".
    private Task<int> RestoreAsync(Microsoft.Extensions.Configuration.ConfigurationManager typed, CancellationToken stop) => new AgencyRestore(typed, output, clock).RunAsync(
        typed["from"] ?? throw new CannotStartException("Say which copy is to be brought back: restore --from DIR."), string.Equals(typed["replace"], "true", StringComparison.OrdinalIgnoreCase), typed["erased"], typed["signed-by"], stop);

    private string AgencyOf(string? typed)
    {
        var ours = DevelopmentNetwork.Agencies.Where(agency => agency.Kind == service.Kind).Select(agency => agency.Id);
        if (string.IsNullOrWhiteSpace(typed)) throw new CannotStartException($"Say which agency this is: --agency {string.Join(" or --agency ", ours)}.");
        if (DevelopmentAgencies.Find(typed) is not { } agency) throw new CannotStartException($"There is no agency {typed} in the development network: give --agency {string.Join(" or --agency ", ours)}.");
        new ServedKind(service.Kind).Check(agency.Id, agency.Kind);
        return agency.Id;
    }

    private static string PortOf(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535 ? typed : throw new CannotStartException("--port takes a number, 0 (a free port) to 65535.");

    private async Task SayAsync(WebApplication app, DevelopmentNetwork? network, CancellationToken stop)
    {
        var agency = app.Configuration["Agency:Id"]!;
        var address = app.Urls.Single();
        // Of several processes of an agency the first one is where its callers are sent.
        if (network is not null && app.Configuration["replica"] is null or "1") await network.SayWhereAsync(new Dictionary<string, string> { [agency] = address }, clock, stop);
        await output.WriteLineAsync($"{agency} is ready at {address}");
        if (!app.Services.GetRequiredService<IParcelCarrier>().IsReachable)
            await output.WriteLineAsync($"There is no bus to reach: it takes sends, holds them until there is one, and says so in its health ({DeliveryServing.Name}).");
    }

    private sealed class Lines(TextWriter writer) : IProgress<string>
    {
        public void Report(string value) => writer.WriteLine(value);
    }
}
