using InfoSharing.Exchange.Delivery.Bus.Rabbit;
using InfoSharing.Exchange.Development;
using InfoSharing.Exchange.Hosting;
using InfoSharing.Local.Private;
using InfoSharing.Local.Running;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace InfoSharing.Local.Distributed;

/// <summary>
/// The whole network, each agency in a process of its own or in several, on a RabbitMQ and a PostgreSQL of our own. 1. The data folder is taken. 2. Keys, directory and
/// tokens are made where they are missing. 3. The servers start and are prepared. 4. The agencies start. 5. network.json says where they are. What ends by itself is
/// started again. Disposing of it stops them all.
/// </summary>
internal sealed class DistributedNetwork : IAsyncDisposable
{
    private const int ConnectionsOfAProcess = 25; // readers at most, the writer and the listener
    private const int OtherConnections = 50;
    private readonly IDisposable _folder;
    private readonly DistributedWishes _wishes;
    private readonly List<AgencyStart> _starts = [];
    private readonly List<KeptProcess> _agencies = [];
    private readonly TextWriter _errors;
    private readonly TimeProvider _clock;
    private KeptBroker? _broker;
    private KeptPostgres? _postgres;

    private DistributedNetwork(IDisposable folder, DevelopmentNetwork network, DistributedWishes wishes, TextWriter errors, TimeProvider clock) =>
        (_folder, Network, _wishes, _errors, _clock) = (folder, network, wishes, errors, clock);

    /// <summary>The network.</summary>
    internal DevelopmentNetwork Network { get; }

    /// <summary>Where an agency is: its first process, then its others.</summary>
    internal IReadOnlyList<string> AddressesOf(string agency) => [.. _starts.Where(start => start.Agency == agency).Select(start => start.Address)];

    /// <summary>Starts it.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="firstPort">The first of consecutive ports; 0 for free ones.</param>
    /// <param name="wishes">What it is started with.</param>
    /// <param name="clock">The clock of the pauses.</param>
    /// <param name="progress">What takes longer than a second.</param>
    /// <param name="errors">Where it is said that something ended; the agencies' warnings too.</param>
    /// <param name="stop">Stops the starting.</param>
    /// <exception cref="CannotStartException">It cannot start; the message says why and what to do.</exception>
    /// <exception cref="AggregateException">Several of its agencies or servers cannot, each for a reason of its own.</exception>
    internal static async Task<DistributedNetwork> StartAsync(string data, int firstPort, DistributedWishes wishes, TimeProvider clock, IProgress<string> progress, TextWriter errors, CancellationToken stop)
    {
        var missing = new[] { PrivateBroker.IsInstalled ? "" : PrivateBroker.NotInstalled, PostgresPrograms.Find() is null ? PostgresPrograms.NotInstalled : "" }.Where(one => one.Length > 0).ToList();
        if (missing.Count > 0) throw new CannotStartException(string.Join(Environment.NewLine, missing));
        var folder = DevelopmentNetwork.Hold(data); // 1
        DistributedNetwork? running = null;
        try
        {
            await SideBySide.StartAsync(TakenPorts(firstPort, wishes)); // before servers are started in vain
            var network = await DevelopmentNetwork.OpenAsync(data, new HostingEnvironment { EnvironmentName = Environments.Development }, clock, progress, stop); // 2
            running = new(folder, network, wishes, TextWriter.Synchronized(errors), clock);
            await running.StartServersAsync(progress, stop); // 3
            progress.Report($"Starting {DevelopmentNetwork.Agencies.Count} agencies in {wishes.Processes} processes …");
            await running.StartAgenciesAsync(firstPort, stop); // 4
            await network.SayWhereAsync(DevelopmentNetwork.Agencies.ToDictionary(agency => agency.Id, agency => running.AddressesOf(agency.Id)[0]), clock, stop); // 5
            return running;
        }
        catch // whatever it was, the folder, the ports and the processes are let go; the failure goes on
        {
            if (running is null) folder.Dispose();
            else await running.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops every agency, then the servers, and lets the folder go.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_agencies.Select(agency => agency.DisposeAsync().AsTask()));
        if (_broker is not null) await _broker.DisposeAsync();
        if (_postgres is not null) await _postgres.DisposeAsync();
        _folder.Dispose();
    }

    private async Task StartServersAsync(IProgress<string> progress, CancellationToken stop)
    {
        progress.Report("Starting RabbitMQ and PostgreSQL …");
        string[] agencies = [.. DevelopmentNetwork.Agencies.Select(agency => agency.Id)];
        var connections = (_wishes.Processes * ConnectionsOfAProcess) + OtherConnections;
        await SideBySide.StartAsync(
        [
            Task.Run(async () => _broker = await KeptBroker.StartAsync(Path.Combine(Network.Folder, "broker"), agencies, BrokerPasswordOf, _errors, _clock, stop), stop),
            Task.Run(async () => _postgres = await KeptPostgres.StartAsync(Path.Combine(Network.Folder, "database"), agencies, LedgerPasswordOf, connections, _errors, _clock, stop), stop),
        ]);
    }

    private static IEnumerable<(DevelopmentAgency Agency, int Replica, int Port)> Processes(int firstPort, DistributedWishes wishes)
    {
        foreach (var (index, agency) in DevelopmentNetwork.Agencies.Index())
            for (var replica = 1; replica <= wishes.ReplicasOf(agency.Id); replica++)
                yield return (agency, replica, firstPort == 0 ? 0 : firstPort + index + ((replica - 1) * DevelopmentNetwork.Agencies.Count));
    }

    private static IEnumerable<Task> TakenPorts(int firstPort, DistributedWishes wishes) =>
        Processes(firstPort, wishes).Where(one => one.Port != 0 && !FreePort.Is(one.Port)).Select(one => Task.FromException(TakenPort.Of($"{one.Port}", one.Agency.Id)));

    private async Task StartAgenciesAsync(int firstPort, CancellationToken stop)
    {
        foreach (var (agency, replica, port) in Processes(firstPort, _wishes)) Add(agency, replica, port);
        await SideBySide.StartAsync(_agencies.Select(agency => agency.StartAsync(stop)));
    }

    private void Add(DevelopmentAgency agency, int replica, int port)
    {
        var servers = new AgencyServers(new($"amqp://127.0.0.1:{_broker!.AmqpPort}/{BrokerNames.DefaultVirtualHost}"), BrokerPasswordOf(agency.Id), _postgres!.ConnectionOf(agency.Id), LedgerPasswordOf(agency.Id));
        var start = new AgencyStart(agency, replica, port, at => AgencyProgram.ArgumentsOf(agency, Network.Folder, at, replica, servers, _wishes.SettingsOf(agency.Id)), _errors);
        _starts.Add(start);
        _agencies.Add(new(start.Name, start.StartAsync, _errors, _clock));
    }

    private string BrokerPasswordOf(string agency) => Path.Combine(Network.Folder, agency, "broker.password");

    private string LedgerPasswordOf(string agency) => Path.Combine(Network.Folder, agency, "database.password");
}
