using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InfoSharing.Exchange.Delivery.Bus.Rabbit;
using InfoSharing.Exchange.Development;
using InfoSharing.Local.Databases;

namespace InfoSharing.Local.Containers;

/// <summary>
/// Fills the volumes of a network in containers. 1. The development network is made or renewed in a volume that no other container sees. 2. Passwords are made where they are
/// missing. 3. Broker and database get their certificate, settings and administrator's password. 4. Each agency gets its own keys, passwords and settings. 5. Callers get
/// addresses and tokens. Run again it makes what is missing and hands out what has changed.
/// </summary>
internal sealed class ContainerNetwork(Volumes volumes, DevelopmentNetwork network, NetworkAuthority authority, int firstPort)
{
    /// <summary>Who administers broker and database.</summary>
    internal const string Administrator = "administrator";

    private const string BrokerHost = "broker";
    private const string DatabaseHost = "database";
    private const string Collector = "http://collector:4318";
    private const string AuthorityFile = "authority.crt";
    private const string AdministratorPassword = "administrator.password";
    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true };

    /// <summary>Where an agency listens in its container.</summary>
    internal static int InsidePort => DevelopmentNetwork.DefaultPort;

    /// <summary>Fills them.</summary>
    internal void Fill()
    {
        foreach (var folder in new[] { volumes.Broker, volumes.Database, Path.GetDirectoryName(volumes.BrokerPasswords)!, volumes.BrokerPasswords, volumes.DatabasePasswords, volumes.Callers }) PrivateFiles.MakeFolder(folder);
        foreach (var agency in DevelopmentNetwork.Agencies) // 2
            foreach (var folder in new[] { volumes.BrokerPasswords, volumes.DatabasePasswords }) MakePassword(PasswordIn(folder, agency.Id));
        FillBroker(); // 3
        FillDatabase();
        foreach (var agency in DevelopmentNetwork.Agencies) FillAgency(agency.Id); // 4
        FillCallers(); // 5
    }

    /// <summary>An agency's password in a folder of them.</summary>
    internal static string PasswordIn(string folder, string agency) => Path.Combine(folder, $"{agency}.password");

    private void FillBroker()
    {
        authority.Issue(volumes.Broker, BrokerHost);
        PrivateFiles.Write(Path.Combine(volumes.Broker, AuthorityFile), authority.Certificate);
        MakePassword(Path.Combine(volumes.Broker, AdministratorPassword));
        Write(Path.Combine(volumes.Broker, "rabbitmq.conf"), $"""
            listeners.tcp = none
            listeners.ssl.default = 5671
            ssl_options.cacertfile = {Volumes.InsideServer}/{AuthorityFile}
            ssl_options.certfile = {Volumes.InsideServer}/tls.crt
            ssl_options.keyfile = {Volumes.InsideServer}/tls.key
            ssl_options.verify = verify_none
            ssl_options.fail_if_no_peer_cert = false
            management.tcp.ip = 127.0.0.1
            management.tcp.port = 15672
            default_user = {Administrator}
            default_pass = {File.ReadAllText(Path.Combine(volumes.Broker, AdministratorPassword))}
            log.console = true
            log.console.level = warning
            log.file = false
            disk_free_limit.absolute = 200MB
            vm_memory_high_watermark.absolute = 400MB

            """);
    }

    private void FillDatabase()
    {
        authority.Issue(volumes.Database, DatabaseHost);
        PrivateFiles.Write(Path.Combine(volumes.Database, AuthorityFile), authority.Certificate);
        MakePassword(Path.Combine(volumes.Database, AdministratorPassword));
        // TLS alone, and of the databases each user his own.
        Write(Path.Combine(volumes.Database, "pg_hba.conf"), $"""
            local   all       {Administrator}              scram-sha-256
            hostssl all       {Administrator}  all         scram-sha-256
            hostssl sameuser  all            all         scram-sha-256

            """);
    }

    private void FillAgency(string agency)
    {
        var own = volumes.Agency(agency);
        PrivateFiles.MakeFolder(own);
        authority.Issue(own, agency, "localhost", "127.0.0.1");
        PrivateFiles.Write(Path.Combine(own, AuthorityFile), authority.Certificate);
        var (name, inside) = (LedgerDatabases.NameOf(agency), Volumes.InsideAgency);
        var settings = new Dictionary<string, string>
        {
            ["Endpoint:Address"] = "0.0.0.0",
            ["Endpoint:Port"] = $"{InsidePort}",
            ["Endpoint:CertificateFile"] = $"{inside}/tls.crt",
            ["Endpoint:KeyFile"] = $"{inside}/tls.key",
            ["Bus:Transport"] = "RabbitMq",
            ["Bus:Address"] = $"amqps://{BrokerHost}:5671/{BrokerNames.DefaultVirtualHost}",
            ["Bus:PasswordFile"] = HandOut(PasswordIn(volumes.BrokerPasswords, agency), own, "broker.password"),
            ["Bus:AuthorityFile"] = $"{inside}/{AuthorityFile}",
            ["Ledger:Engine"] = "postgres",
            ["Ledger:Connection"] = $"Host={DatabaseHost};Database={name};Username={name};SSL Mode=VerifyFull;Root Certificate={inside}/{AuthorityFile}",
            ["Ledger:PasswordFile"] = HandOut(PasswordIn(volumes.DatabasePasswords, agency), own, "database.password"),
            ["Telemetry:Endpoint"] = Collector,
        };
        foreach (var (setting, value) in network.SettingsOf(agency))
            if (setting.StartsWith("Ledger:StorageKey", StringComparison.Ordinal) || !(setting.StartsWith("Ledger:", StringComparison.Ordinal) || setting.StartsWith("Endpoint:", StringComparison.Ordinal)))
                settings[setting] = Path.IsPathRooted(value) ? HandOut(value, own, Path.GetFileName(value)) : value!;
        PrivateFiles.Write(Path.Combine(own, "settings.json"), JsonSerializer.SerializeToUtf8Bytes(settings, Form));
    }

    private void FillCallers()
    {
        PrivateFiles.Write(Path.Combine(volumes.Callers, AuthorityFile), authority.Certificate);
        foreach (var agency in DevelopmentNetwork.Agencies)
        {
            PrivateFiles.MakeFolder(Path.Combine(volumes.Callers, agency.Id));
            PrivateFiles.Write(Path.Combine(volumes.Callers, agency.Id, "token"), File.ReadAllBytes(network.TokenFileOf(agency.Id)));
        }
        DevelopmentNetwork.WriteFor(volumes.Callers, DevelopmentNetwork.Agencies.Index().ToDictionary(one => one.Item.Id, one => $"https://127.0.0.1:{firstPort + one.Index}"), AuthorityFile);
    }

    // Gives the path at which the container finds it.
    private static string HandOut(string file, string folder, string name)
    {
        PrivateFiles.Write(Path.Combine(folder, name), File.ReadAllBytes(file));
        return $"{Volumes.InsideAgency}/{name}";
    }

    private static void MakePassword(string file)
    {
        if (!File.Exists(file)) Write(file, RandomNumberGenerator.GetHexString(48, lowercase: true));
    }

    private static void Write(string file, string text) => PrivateFiles.Write(file, Encoding.UTF8.GetBytes(text));
}
