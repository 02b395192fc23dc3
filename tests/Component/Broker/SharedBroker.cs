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

    /// <summary>The broker; where the program is missing the test is skipped, saying so.</summary>
    internal Task<PrivateBroker> Get()
    {
        Assert.SkipUnless(PrivateBroker.IsInstalled, PrivateBroker.NotInstalled);
        lock (_gate) return _broker ??= PrivateBroker.StartAsync(_folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (_broker is not null) await (await _broker).DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
