using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.Exchange.Development;
using InfoSharing.Exchange.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Local.Running;

/// <summary>
/// The whole network in this process. 1. The data folder is taken. 2. Keys, directory and tokens are made where they are missing. 3. Each agency
/// starts as a host of its own, with its own ledger, on one bus. 4. network.json says where they are. Disposing of it stops them all.
/// </summary>
internal sealed class RunningNetwork : IAsyncDisposable
{
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ToFinish = TimeSpan.FromSeconds(10);
    private readonly IDisposable _folder;
    private readonly Dictionary<string, WebApplication> _agencies = [];
    private InMemoryFabric? _bus;

    private RunningNetwork(IDisposable folder, DevelopmentNetwork network)
    {
        _folder = folder;
        Network = network;
    }

    /// <summary>The network.</summary>
    internal DevelopmentNetwork Network { get; }

    /// <summary>Where an agency is.</summary>
    internal string AddressOf(string agency) => _agencies[agency].Urls.Single();

    /// <summary>Starts it.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="firstPort">The first of consecutive ports; 0 for free ones.</param>
    /// <param name="clock">The clock of them all.</param>
    /// <param name="progress">What takes longer than a second.</param>
    /// <param name="warnings">Where warnings and errors go.</param>
    /// <param name="stop">Stops the starting.</param>
    /// <exception cref="CannotStartException">It cannot start; the message says why and what to do.</exception>
    /// <exception cref="AggregateException">Several of its agencies cannot, each for a reason of its own.</exception>
    internal static async Task<RunningNetwork> StartAsync(string data, int firstPort, TimeProvider clock, IProgress<string> progress, TextWriter warnings, CancellationToken stop)
    {
        var folder = DevelopmentNetwork.Hold(data); // 1
        RunningNetwork? running = null;
        try
        {
            var environment = new HostingEnvironment { EnvironmentName = Environments.Development };
            running = new(folder, await DevelopmentNetwork.OpenAsync(data, environment, clock, progress, stop)); // 2
            await running.StartAgenciesAsync(firstPort, clock, progress, warnings, stop); // 3
            await running.Network.SayWhereAsync(DevelopmentNetwork.Agencies.ToDictionary(agency => agency.Id, agency => running.AddressOf(agency.Id)), clock, stop); // 4
            return running;
        }
        catch // whatever it was, the folder and the ports are let go; the failure goes on
        {
            if (running is null) folder.Dispose();
            else await running.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets what is under way finish, stops every agency, and lets the folder go.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(ToFinish, TimeProvider.System);
        await Task.WhenAll(_agencies.Values.Select(agency => agency.StopAsync(patience.Token)));
        await Task.WhenAll(_agencies.Values.Select(agency => agency.DisposeAsync().AsTask()));
        if (_bus is not null) await _bus.DisposeAsync();
        _folder.Dispose();
    }

    private async Task StartAgenciesAsync(int firstPort, TimeProvider clock, IProgress<string> progress, TextWriter warnings, CancellationToken stop)
    {
        _bus = await InMemoryFabric.StartAsync(DevelopmentNetwork.Agencies.Select(agency => agency.Id), clock: clock, cancellationToken: stop);
        foreach (var (index, agency) in DevelopmentNetwork.Agencies.Index())
        {
            var builder = Network.BuilderFor(agency.Id, new Dictionary<string, string?> { ["Endpoint:Port"] = $"{(firstPort == 0 ? 0 : firstPort + index)}", ["Bus:Transport"] = "InMemory" });
            builder.Logging.SetMinimumLevel(LogLevel.Warning).AddProvider(new LogLines(agency.Id, warnings));
            builder.Services.AddSingleton(clock);
            builder.Services.AddSingleton(_bus); // its lifetime is ours: a container disposes of nothing that it was given
            _agencies[agency.Id] = ServiceOfKind.Of(agency.Kind).Build(builder);
        }
        var starting = SideBySide.StartAsync(_agencies.Select(agency => Task.Run(() => StartAsync(agency.Key, agency.Value, stop), stop)));
        if (await Task.WhenAny(starting, Task.Delay(Noticeable, TimeProvider.System, stop)) != starting) progress.Report($"Starting {_agencies.Count} agencies …");
        await starting;
    }

    private static async Task StartAsync(string agency, WebApplication app, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw TakenPort.Of(app.Configuration["Endpoint:Port"]!, agency, taken);
        }
    }
}
