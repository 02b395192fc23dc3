using System.CommandLine;
using InfoSharing.Exchange.Delivery.Bus.Rabbit;
using InfoSharing.Exchange.Development;
using InfoSharing.Local.Broker;
using InfoSharing.Local.Presentation;

namespace InfoSharing.Local.Commands;

/// <summary><c>broker prepare</c>: makes on a broker what the agencies need, and no more.</summary>
internal static class BrokerPrepareCommand
{
    internal static Command Create()
    {
        var management = new Option<string>("--management") { Description = "The broker's management API: https, or http on this machine.", DefaultValueFactory = _ => "http://127.0.0.1:15672" };
        var administrator = new Option<string>("--administrator") { Description = "A user of the broker with the tag administrator.", DefaultValueFactory = _ => "administrator" };
        var passwordFile = new Option<string>("--administrator-password-file") { Description = "The file with that user's password.", Required = true };
        var directory = new Option<string?>("--directory") { Description = "The signed directory that names the agencies. Without it: the development network's of --data." };
        var officers = new Option<string[]>("--officer") { Description = "An officer's certificate, as PEM; once for each officer. Two of them must have signed the directory.", DefaultValueFactory = _ => [] };
        var data = new Option<string>("--data") { Description = "The development network's data folder.", DefaultValueFactory = _ => DevelopmentNetwork.DefaultFolder };
        var passwords = new Option<string?>("--passwords") { Description = "The folder of the agencies' passwords, AGENCY.password each. Without it, and for --data: AGENCY/broker.password in that folder." };
        var virtualHost = new Option<string>("--virtual-host") { Description = "The virtual host.", DefaultValueFactory = _ => BrokerNames.DefaultVirtualHost };
        var queues = new Option<QueueKind>("--queues") { Description = "How queues are kept: quorum, on a majority of nodes; or classic, on one.", DefaultValueFactory = _ => QueueKind.Quorum };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only says what would be changed." };
        var command = new Command("prepare", "Makes the virtual host, and for each agency its user, rights, exchange, queues and bindings. Run again, it makes what is missing.")
        {
            management, administrator, passwordFile, directory, officers, data, passwords, virtualHost, queues, dryRun,
        };
        management.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))) result.AddError("--management takes an address: https://broker.example:15671.");
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(directory) is not null && result.GetValue(passwords) is null) result.AddError("--directory needs --passwords: the folder where the agencies' passwords go.");
        });
        command.SetAction(async (parsed, stop) =>
        {
            var folder = parsed.GetValue(data)!;
            var agencies = parsed.GetValue(directory) is { } file
                ? AgenciesOf.Directory(file, parsed.GetValue(officers)!, TimeProvider.System.GetUtcNow())
                : [.. DevelopmentNetwork.Agencies.Select(agency => agency.Id)];
            var whose = new BrokerPasswords(agency => parsed.GetValue(passwords) is { } into ? Path.Combine(into, $"{agency}.password") : Path.Combine(folder, agency, "broker.password"));
            var preparation = new BrokerPreparation(new(new(parsed.GetValue(management)!), parsed.GetValue(administrator)!, parsed.GetValue(passwordFile)!), whose, parsed.GetValue(queues), parsed.GetValue(virtualHost)!);
            var plan = await preparation.RunAsync(agencies, parsed.GetValue(dryRun), stop);
            await BrokerPage.WriteAsync(parsed.InvocationConfiguration.Output, plan, agencies.Count, parsed.GetValue(dryRun));
            return 0;
        });
        return command;
    }
}
