using InfoSharing.Exchange.Delivery.Bus.Rabbit;
using InfoSharing.Exchange.Development;
using InfoSharing.Exchange.Hosting;
using InfoSharing.Local.Broker;
using InfoSharing.Local.Private;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace InfoSharing.Local.Distributed;

/// <summary>
/// The whole network, each agency in a process of its own, on a RabbitMQ of our own. 1. The data folder is taken. 2. Keys, directory and tokens are
/// made where they are missing. 3. The broker starts and is prepared. 4. The agencies start. 5. network.json says where they are. What ends by itself
/// is started again. Disposing of it stops them all.
/// </summary>
internal sealed class DistributedNetwork : IAsyncDisposable
{
    private readonly IDisposable _folder;
    private readonly Dictionary<string, AgencyStart> _starts = [];
    private readonly List<KeptProcess> _agencies = [];
    private readonly TextWriter _errors;
    private readonly TimeProvider _clock;
    private KeptBroker? _broker;

    private DistributedNetwork(IDisposable folder, DevelopmentNetwork network, TextWriter errors, TimeProvider clock) => (_folder, Network, _errors, _clock) = (folder, network, errors, clock);

    /// <summary>The network.</summary>
    internal DevelopmentNetwork Network { get; }

    /// <summary>Where an agency is.</summary>
    internal string AddressOf(string agency) => _starts[agency].Address;

    /// <summary>Starts it.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="firstPort">The first of consecutive ports; 0 for free ones.</param>
    /// <param name="clock">The clock of the pauses.</param>
    /// <param name="progress">What takes longer than a second.</param>
    /// <param name="errors">Where it is said that something ended; the agencies' warnings too.</param>
    /// <param name="stop">Stops the starting.</param>
    /// <exception cref="CannotStartException">It cannot start; the message says why and what to do.</exception>
    internal static async Task<DistributedNetwork> StartAsync(string data, int firstPort, TimeProvider clock, IProgress<string> progress, TextWriter errors, CancellationToken stop)
    {
        if (!PrivateBroker.IsInstalled) throw new CannotStartException(PrivateBroker.NotInstalled);
        var folder = DevelopmentNetwork.Hold(data); // 1
        DistributedNetwork? running = null;
        try
        {
            var network = await DevelopmentNetwork.OpenAsync(data, new HostingEnvironment { EnvironmentName = Environments.Development }, clock, progress, stop); // 2
            running = new(folder, network, TextWriter.Synchronized(errors), clock);
            await running.StartBrokerAsync(progress, stop); // 3
            progress.Report($"Starting {DevelopmentNetwork.Agencies.Count} agencies, each in a process of its own …");
            await running.StartAgenciesAsync(firstPort, stop); // 4
            await network.SayWhereAsync(DevelopmentNetwork.Agencies.ToDictionary(agency => agency.Id, agency => running.AddressOf(agency.Id)), clock, stop); // 5
            return running;
        }
        catch // whatever it was, the folder, the ports and the processes are let go; the failure goes on
        {
            if (running is null) folder.Dispose();
            else await running.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops every agency, then the broker, and lets the folder go.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_agencies.Select(agency => agency.DisposeAsync().AsTask()));
        if (_broker is not null) await _broker.DisposeAsync();
        _folder.Dispose();
    }

    private async Task StartBrokerAsync(IProgress<string> progress, CancellationToken stop)
    {
        progress.Report("Starting RabbitMQ …");
        _broker = await KeptBroker.StartAsync(Path.Combine(Network.Folder, "broker"), _errors, _clock, stop);
        var administrator = new BrokerAdministrator(_broker.Management, PrivateBrokerFiles.Administrator, _broker.PasswordFile);
        await new BrokerPreparation(administrator, new BrokerPasswords(PasswordOf)).RunAsync([.. DevelopmentNetwork.Agencies.Select(agency => agency.Id)], dryRun: false, stop);
    }

    private async Task StartAgenciesAsync(int firstPort, CancellationToken stop)
    {
        var address = new Uri($"amqp://127.0.0.1:{_broker!.AmqpPort}/{BrokerNames.DefaultVirtualHost}");
        foreach (var (index, agency) in DevelopmentNetwork.Agencies.Index())
        {
            var start = new AgencyStart(agency, Network.Folder, firstPort == 0 ? 0 : firstPort + index, address, PasswordOf(agency.Id), _errors);
            _starts[agency.Id] = start;
            _agencies.Add(new(agency.Id, start.StartAsync, _errors, _clock));
        }
        await Task.WhenAll(_agencies.Select(agency => agency.StartAsync(stop)));
    }

    private string PasswordOf(string agency) => Path.Combine(Network.Folder, agency, "broker.password");
}
