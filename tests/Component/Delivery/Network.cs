using System.Security.Cryptography.X509Certificates;
using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Tests.Component.Parcels;

namespace InfoSharing.Tests.Component.Delivery;

/// <summary>Leeds and Sandwell, on one in-memory bus, with time standing still.</summary>
internal sealed class Network : IAsyncDisposable
{
    private Network(Agencies agencies, InMemoryFabric fabric, SteppedClock clock, TimeProvider? time)
    {
        (Fabric, Clock, Time, Partners) = (fabric, clock, time ?? clock, new(agencies));
        Leeds = new(agencies.Leeds, this);
        Sandwell = new(agencies.Sandwell, this);
    }

    internal InMemoryFabric Fabric { get; }

    internal SteppedClock Clock { get; }

    /// <summary>The clock of the sides: that one, unless the test has another.</summary>
    internal TimeProvider Time { get; }

    internal ChangingPartners Partners { get; }

    internal Side Leeds { get; }

    internal Side Sandwell { get; }

    internal static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Makes the bus; the sides are started by the test.</summary>
    internal static async Task<Network> Make(Agencies agencies, TimeProvider? time = null)
    {
        var clock = new SteppedClock();
        return new(agencies, await InMemoryFabric.StartAsync(agencies.All.Select(one => one.Agency), clock: clock, cancellationToken: Stop), clock, time);
    }

    /// <summary>Makes all of it, and starts it.</summary>
    internal static async Task<Network> Running(Agencies agencies)
    {
        var network = await Make(agencies);
        await network.Leeds.Start();
        await network.Sandwell.Start();
        return network;
    }

    /// <summary>Lets a second pass, and each ledger write once: time never runs away from those who work.</summary>
    internal async Task Tick()
    {
        Clock.Pass(TimeSpan.FromSeconds(1));
        await Task.WhenAll(Leeds.Write(), Sandwell.Write());
    }

    public async ValueTask DisposeAsync()
    {
        await Leeds.DisposeAsync();
        await Sandwell.DisposeAsync();
        await Fabric.DisposeAsync();
    }

    /// <summary>A directory in which an agency can be missing for a while.</summary>
    internal sealed class ChangingPartners(Agencies agencies) : IPartnerKeys
    {
        private readonly PartnerKeys _all = new(agencies.All);

        internal string? Missing { get; set; }

        public IReadOnlyCollection<string> Agencies => [.. _all.Agencies.Where(agency => agency != Missing)];

        public IReadOnlyList<X509Certificate2> SigningOf(string agency, DateTimeOffset at) => agency == Missing ? [] : _all.SigningOf(agency, at);

        public X509Certificate2? SealingOf(string agency, DateTimeOffset at) => agency == Missing ? null : _all.SealingOf(agency, at);
    }
}
