using InfoSharing.Exchange.Development;
using Kind = InfoSharing.V1.Party.Types.AgencyKind;

namespace InfoSharing.Local.Distributed;

/// <summary>The program that an agency's process runs: its own service's, which lies beside ours.</summary>
internal static class AgencyProgram
{
    /// <summary>Its file.</summary>
    internal static string FileOf(Kind kind) => Path.Combine(AppContext.BaseDirectory, kind switch
    {
        Kind.Police => "InfoSharing.Police.dll",
        Kind.SocialCare => "InfoSharing.SocialCare.dll",
        Kind.Health => "InfoSharing.Health.dll",
        Kind.Probation => "InfoSharing.Probation.dll",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no service for agencies of this kind."),
    });

    /// <summary>What it is started with.</summary>
    internal static IReadOnlyList<string> ArgumentsOf(DevelopmentAgency agency, string data, int port, int replica, AgencyServers servers, IEnumerable<string> settings) =>
    [
        FileOf(agency.Kind), "--agency", agency.Id, "--data", data, "--port", $"{port}", "--replica", $"{replica}",
        "--Bus:Transport", "RabbitMq", "--Bus:Address", servers.Broker.OriginalString, "--Bus:PasswordFile", servers.BrokerPasswordFile,
        "--Ledger:Engine", "postgres", "--Ledger:Connection", servers.Ledger, "--Ledger:PasswordFile", servers.LedgerPasswordFile,
        .. settings,
    ];

    /// <summary>Its environment over ours.</summary>
    internal static IReadOnlyDictionary<string, string?> Environment { get; } = new Dictionary<string, string?> { ["DOTNET_ENVIRONMENT"] = "Development", ["ASPNETCORE_ENVIRONMENT"] = "Development" };
}
