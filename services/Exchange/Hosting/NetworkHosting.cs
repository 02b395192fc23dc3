using InfoSharing.Exchange.Development;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Hosting;

/// <summary>Agencies of a development network side by side in one process.</summary>
public static class NetworkHosting
{
    /// <summary>Settings are read when a process starts. Following their files would follow everything beneath them too: each write of each ledger.</summary>
    internal static string[] ReadOnce { get; } = ["--hostBuilder:reloadConfigOnChange=false"];

    /// <summary>A builder for one of them: its own settings and no others, no logging yet, and stopped by whoever runs the process.</summary>
    /// <param name="network">The network.</param>
    /// <param name="agency">The agency.</param>
    /// <param name="more">Settings over the network's.</param>
    public static WebApplicationBuilder BuilderFor(this DevelopmentNetwork network, string agency, IReadOnlyDictionary<string, string?>? more = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development, ApplicationName = agency, ContentRootPath = network.Folder, Args = ReadOnce });
        builder.Configuration.Sources.Clear(); // what the environment or a file says is for none or for one of them, never for all
        builder.Configuration.AddInMemoryCollection(network.SettingsOf(agency));
        if (more is not null) builder.Configuration.AddInMemoryCollection(more);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, OthersLifetime>();
        return builder;
    }

    // Each host's own would stop at Ctrl-C by itself, in no order.
    private sealed class OthersLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
