using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Delivery.Receive;

/// <summary>
/// Says once a sender that its parcels are not of our time, until they are again; while they are not, once more each hour, so that a clock that went wrong twice within a minute is told too. What it had sent before its clock went wrong may come among what it sent after: that one
/// comes in time soon after the saying is no sign yet.
/// </summary>
internal sealed class OutOfTime(TimeProvider clock, ILogger<OutOfTime> log)
{
    private static readonly TimeSpan Mixed = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _said = [];

    internal void Came(string? sender)
    {
        var whose = sender ?? "an unknown sender";
        var now = clock.GetUtcNow();
        if (_said.TryAdd(whose, now) || _said.TryGetValue(whose, out var at) && (now - at).Duration() >= Again && _said.TryUpdate(whose, now, at)) DeliveryLog.NotItsTime(log, whose);
    }

    internal void CameInTime(string sender)
    {
        if (_said.TryGetValue(sender, out var at) && (clock.GetUtcNow() - at).Duration() > Mixed) _said.TryRemove(sender, out _);
    }
}
