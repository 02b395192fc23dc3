using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InfoSharing.Exchange.Development;

namespace InfoSharing.Local.Private;

/// <summary>A private broker's folder: what it reads at its start, and what it keeps.</summary>
/// <param name="Root">The folder, as a full path.</param>
internal sealed record PrivateBrokerFiles(string Root)
{
    private const string Node = "infosharing@localhost"; // its data is bound to this name; its own port mapper keeps it apart from other brokers

    /// <summary>The administrator's name on it.</summary>
    internal const string Administrator = "administrator";

    private string Settings => Path.Combine(Root, "rabbitmq.conf");

    private string Plugins => Path.Combine(Root, "enabled_plugins");

    private string Nothing => Path.Combine(Root, "nothing.conf");

    /// <summary>The administrator's password.</summary>
    internal string PasswordFile => Path.Combine(Root, "administrator.password");

    /// <summary>What it keeps: removed, everything that it held is gone.</summary>
    internal string Data => Path.Combine(Root, "data");

    /// <summary>Writes what it reads at its start.</summary>
    internal void Write(PrivateBrokerPorts ports, PrivateBrokerWishes wishes)
    {
        PrivateFiles.MakeFolder(Root);
        if (!File.Exists(PasswordFile)) PrivateFiles.Write(PasswordFile, Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(32, lowercase: true)));
        PrivateFiles.Write(Settings, Encoding.UTF8.GetBytes($"""
            listeners.tcp.1 = 127.0.0.1:{ports.Amqp}
            management.tcp.ip = 127.0.0.1
            management.tcp.port = {ports.Management}
            default_user = {Administrator}
            default_pass = {File.ReadAllText(PasswordFile)}
            log.console = false
            log.file.level = warning
            disk_free_limit.absolute = 50MB
            raft.wal_max_size_bytes = 64000000
            collect_statistics_interval = {(int)wishes.Statistics.TotalMilliseconds}
            {wishes.Settings}

            """));
        PrivateFiles.Write(Plugins, "[rabbitmq_management]."u8);
        PrivateFiles.Write(Nothing, []);
    }

    /// <summary>The environment that keeps it apart from every other broker on the machine, and from the network.</summary>
    internal Dictionary<string, string?> Environment(PrivateBrokerPorts ports) => new()
    {
        ["HOME"] = Root, // its cookie
        ["ERL_EPMD_PORT"] = ports.Mapper.ToString(CultureInfo.InvariantCulture),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODENAME"] = Node,
        ["RABBITMQ_DIST_PORT"] = ports.Node.ToString(CultureInfo.InvariantCulture),
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none", // no waiting in circles: it shares the machine
        ["RABBITMQ_CONF_ENV_FILE"] = Nothing,
        ["RABBITMQ_CONFIG_FILE"] = Settings,
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = Path.Combine(Root, "advanced.config"), // there is none
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Plugins,
        ["RABBITMQ_FEATURE_FLAGS_FILE"] = Path.Combine(Data, "feature_flags"),
        ["RABBITMQ_MNESIA_BASE"] = Data,
        ["RABBITMQ_LOG_BASE"] = Path.Combine(Root, "log"),
        ["RABBITMQ_PID_FILE"] = Path.Combine(Root, "pid"),
    };
}
