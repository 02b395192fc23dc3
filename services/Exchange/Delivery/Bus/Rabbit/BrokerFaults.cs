namespace InfoSharing.Exchange.Delivery.Bus.Rabbit;

/// <summary>What is wrong with the settings for RabbitMQ, each with its cure.</summary>
internal static class BrokerFaults
{
    private const UnixFileMode OthersRights = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    internal static IEnumerable<string> Of(BusOptions options) =>
        OfAddress(options).Concat(OfPassword(options.PasswordFile)).Concat(OfTls(options)).Concat(OfNumbers(options));

    private static IEnumerable<string> OfAddress(BusOptions options)
    {
        if (!Uri.TryCreate(options.Address, UriKind.Absolute, out var address) || address.Scheme is not ("amqp" or "amqps"))
        {
            yield return "Bus:Address is not an address of a broker: give amqps://host/virtual-host.";
            yield break;
        }
        if (address.UserInfo.Length > 0) yield return "Bus:Address holds a user or password, which would be seen wherever settings are: give Bus:User and Bus:PasswordFile.";
        if (address.Scheme == "amqp" && !address.IsLoopback) yield return "Bus:Address is not loopback and has no TLS: give amqps://, so that no password crosses a network in clear.";
    }

    private static IEnumerable<string> OfPassword(string file)
    {
        if (file.Length == 0) yield return "Bus:PasswordFile is blank: name the file with the password that 'infosharing broker prepare' made.";
        else if (!File.Exists(file)) yield return $"Bus:PasswordFile names {file}, which is not there: 'infosharing broker prepare' makes it.";
        else if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & OthersRights) != UnixFileMode.None) yield return $"Bus:PasswordFile names {file}, which others may read or write: give it mode 0600.";
    }

    private static IEnumerable<string> OfTls(BusOptions options)
    {
        if (options.AuthorityFile.Length > 0 && !File.Exists(options.AuthorityFile)) yield return "Bus:AuthorityFile names no file.";
        if (options.CertificateFile.Length > 0 && !File.Exists(options.CertificateFile)) yield return "Bus:CertificateFile names no file.";
        if (options.KeyFile.Length > 0 && !File.Exists(options.KeyFile)) yield return "Bus:KeyFile names no file.";
        if (options.KeyFile.Length > 0 && options.CertificateFile.Length == 0) yield return "Bus:KeyFile is given without Bus:CertificateFile: give both, or neither.";
        if (options.Address.StartsWith("amqp:", StringComparison.OrdinalIgnoreCase) && (options.AuthorityFile.Length > 0 || options.CertificateFile.Length > 0))
            yield return "Bus:AuthorityFile and Bus:CertificateFile are for TLS, and Bus:Address has none: give amqps://, or leave them blank.";
    }

    private static IEnumerable<string> OfNumbers(BusOptions options)
    {
        if (options.Prefetch is < 1 or > 64) yield return $"Bus:Prefetch is {options.Prefetch}: give 1 to 64.";
        if (options.LedgerPauseSeconds is < 1 or > 60) yield return $"Bus:LedgerPauseSeconds is {options.LedgerPauseSeconds}: give 1 to 60.";
        if (options.ReconnectSeconds is < 1 or > 300) yield return $"Bus:ReconnectSeconds is {options.ReconnectSeconds}: give 1 to 300.";
    }
}
