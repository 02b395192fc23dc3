using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Delivery.Receive;

/// <summary>Says once a sender that its parcels are not of our time, until one comes that is.</summary>
internal sealed class OutOfTime(ILogger<OutOfTime> log)
{
    private readonly ConcurrentDictionary<string, bool> _said = [];

    internal void Came(string? sender)
    {
        var whose = sender ?? "an unknown sender";
        if (_said.TryAdd(whose, true)) DeliveryLog.NotItsTime(log, whose);
    }

    internal void CameInTime(string sender) => _said.TryRemove(sender, out _);
}
