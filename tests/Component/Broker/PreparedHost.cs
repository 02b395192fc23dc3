using System.Text;
using InfoSharing.Local.Broker;
using InfoSharing.Local.Private;
using RabbitMQ.Client;

namespace InfoSharing.Tests.Component.Broker;

/// <summary>A virtual host of a test's own, prepared for agencies as an administrator prepares one.</summary>
internal sealed class PreparedHost : IAsyncDisposable
{
    private static readonly SemaphoreSlim OneAtATime = new(1); // as there is one administrator

    internal PreparedHost(PrivateBroker broker) => Broker = broker;

    internal PrivateBroker Broker { get; }

    internal string Name { get; } = $"test-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";

    internal BrokerAdministrator Administrator => new(Broker.Management, PrivateBrokerFiles.Administrator, Broker.PasswordFile);

    internal static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal static async Task<PreparedHost> Make(PrivateBroker broker, params string[] agencies)
    {
        var host = new PreparedHost(broker);
        await host.Prepare(agencies);
        return host;
    }

    /// <summary>The agencies' passwords: users are the whole broker's, so they are kept beside it.</summary>
    internal BrokerPasswords Passwords => new(PasswordFile);

    internal string PasswordFile(string agency) => Path.Combine(Broker.PasswordFile + "s", $"{agency}.password");

    internal async Task<BrokerPlan> Prepare(IReadOnlyList<string> agencies, bool dryRun = false, QueueKind queues = QueueKind.Quorum)
    {
        await OneAtATime.WaitAsync(Stop);
        try
        {
            return await new BrokerPreparation(Administrator, Passwords, queues, Name).RunAsync(agencies, dryRun, Stop);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>The settings by which an agency reaches it.</summary>
    internal Dictionary<string, string?> SettingsOf(string agency) => new()
    {
        ["Bus:Transport"] = "RabbitMq",
        ["Bus:Address"] = $"amqp://127.0.0.1:{Broker.AmqpPort}/{Name}",
        ["Bus:PasswordFile"] = PasswordFile(agency),
        ["Bus:ReconnectSeconds"] = "1",
    };

    /// <summary>A connection as an agency's user, for whatever it should not try.</summary>
    internal async Task<IConnection> Connect(string agency) => await Open(agency, (await File.ReadAllTextAsync(PasswordFile(agency), Encoding.ASCII, Stop)).Trim());

    /// <summary>A connection as the administrator, with rights in this virtual host while it is open.</summary>
    internal async Task<IConnection> ConnectAdministrator()
    {
        using var api = new ManagementApi(Administrator);
        await api.PutAsync(ManagementApi.Path("permissions", Name, Administrator.User), new { Configure = ".*", Write = ".*", Read = ".*" }, Stop);
        return await Open(Administrator.User, await File.ReadAllTextAsync(Broker.PasswordFile, Encoding.ASCII, Stop));
    }

    internal async Task<BrokerState> State()
    {
        using var api = new ManagementApi(Administrator);
        return await BrokerState.ReadAsync(api, Name, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        using var api = new ManagementApi(Administrator);
        if ((await BrokerState.ReadAsync(api, Name, CancellationToken.None)).Exists) await api.DeleteAsync(ManagementApi.Path("vhosts", Name), CancellationToken.None);
    }

    private Task<IConnection> Open(string user, string password) =>
        new ConnectionFactory { HostName = "127.0.0.1", Port = Broker.AmqpPort, VirtualHost = Name, UserName = user, Password = password, AutomaticRecoveryEnabled = false }.CreateConnectionAsync(Stop);
}
