using InfoSharing.Exchange.Development;
using InfoSharing.Tests.Component.Exchange;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

[assembly: AssemblyFixture(typeof(SharedNetwork))]

namespace InfoSharing.Tests.Component.Exchange;

/// <summary>A development network, made once: its keys take their time. Tests that change one copy it.</summary>
public sealed class SharedNetwork : IAsyncLifetime
{
    internal static IHostEnvironment Development { get; } = new HostingEnvironment { EnvironmentName = Environments.Development };

    private static readonly string Folder = Directory.CreateTempSubdirectory("infosharing-shared-").FullName;
    private static readonly Lazy<Task<DevelopmentNetwork>> Made = new(() => DevelopmentNetwork.OpenAsync(Folder, Development, new StandingClock(InfoSharing.Tests.Samples.JudgedOn), null, CancellationToken.None));

    /// <summary>The network, as of the day on which the samples are judged.</summary>
    internal static Task<DevelopmentNetwork> Network => Made.Value;

    /// <summary>A copy of it that a test may change and run.</summary>
    internal static async Task<string> Copy()
    {
        var from = (await Network).Folder;
        var to = Directory.CreateTempSubdirectory("infosharing-network-").FullName;
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories)) Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories)) File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        return to;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
