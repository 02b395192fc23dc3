using System.CommandLine;
using InfoSharing.Exchange.Development;
using InfoSharing.Local.Containers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace InfoSharing.Local.Commands;

/// <summary><c>containers prepare</c>: fills the volumes of the network that docker-compose.yml describes.</summary>
internal static class ContainersCommand
{
    internal static Command Create() => new("containers", "Prepares the network that docker-compose.yml runs.") { Prepare() };

    private static Command Prepare()
    {
        var volumes = new Option<string>("--volumes") { Description = "The folder that the volumes are mounted in.", DefaultValueFactory = _ => "/volumes" };
        var port = new Option<int>("--port") { Description = "The first of the eight ports of the machine on which agencies are reached.", DefaultValueFactory = _ => DevelopmentNetwork.DefaultPort };
        var command = new Command("prepare", "Makes authority, keys, directory, tokens, passwords and settings, and gives each container its own. Run again, it makes what is missing.") { volumes, port };
        command.SetAction(async (parsed, stop) =>
        {
            var (into, output) = (new Volumes(Path.GetFullPath(parsed.GetValue(volumes)!)), parsed.InvocationConfiguration.Output);
            var network = await DevelopmentNetwork.OpenAsync(into.Network, new HostingEnvironment { EnvironmentName = Environments.Development }, TimeProvider.System, null, stop); // 1
            new ContainerNetwork(into, network, NetworkAuthority.Open(Path.Combine(into.Network, "authority"), TimeProvider.System.GetUtcNow()), parsed.GetValue(port)).Fill();
            await output.WriteLineAsync($"Broker, database and {DevelopmentNetwork.Agencies.Count} agencies have their keys, passwords and settings. They are made up, and for this machine alone.");
            return 0;
        });
        return command;
    }
}
