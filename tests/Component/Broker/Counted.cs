using System.Diagnostics.Metrics;
using InfoSharing.Exchange.Delivery;
using InfoSharing.Tests.Component.Delivery;

namespace InfoSharing.Tests.Component.Broker;

/// <summary>Counts what one side's meter counts.</summary>
internal sealed class Counted : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _count;

    internal Counted(string instrument, Side side)
    {
        var factory = side.Service<IMeterFactory>();
        _listener.InstrumentPublished = (published, listener) =>
        {
            if (published.Name == instrument && ReferenceEquals(published.Meter.Scope, factory)) listener.EnableMeasurementEvents(published);
        };
        _listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref _count, value));
        _listener.Start();
        side.Service<DeliveryMeters>();
    }

    internal long Count => Interlocked.Read(ref _count);

    public void Dispose() => _listener.Dispose();
}
