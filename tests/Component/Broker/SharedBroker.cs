using InfoSharing.Local.Private;
using InfoSharing.Tests.Component.Broker;

[assembly: AssemblyFixture(typeof(SharedBroker))]

namespace InfoSharing.Tests.Component.Broker;

/// <summary>One private RabbitMQ for the tests that do it no harm, started when the first asks; each has a virtual host of its own.</summary>
public sealed class SharedBroker : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("infosharing-broker-").FullName;
    private readonly Lock _gate = new();
    private Task<PrivateBroker>? _broker;

    /// <summary>Ends a test that needs RabbitMQ where there is none: skipped on somebody's own machine, failed in CI.</summary>
    internal static void Need()
    {
        if (PrivateBroker.IsInstalled) return;
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(PrivateBroker.NotInstalled);
        Assert.Skip(PrivateBroker.NotInstalled);
    }

    /// <summary>The broker; where the program is missing the test ends, saying so.</summary>
    internal Task<PrivateBroker> Get()
    {
        Need();
        lock (_gate) return _broker ??= PrivateBroker.StartAsync(_folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (_broker is not null) await (await _broker).DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
