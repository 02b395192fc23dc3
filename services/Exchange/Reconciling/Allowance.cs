using System.Collections.Concurrent;

namespace InfoSharing.Exchange.Reconciling;

/// <summary>How much of something each partner may have in a time. What is over it is not done: a partner that means well asks again.</summary>
internal sealed class Allowance(int most, TimeSpan time, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, (DateTimeOffset Since, int Taken)> _taken = [];

    /// <summary>Takes some of it; false where the partner has had too much.</summary>
    internal bool Take(string partner, int count)
    {
        var now = clock.GetUtcNow();
        var after = _taken.AddOrUpdate(partner, _ => (now, count), (_, had) => now - had.Since >= time ? (now, count) : (had.Since, had.Taken + count));
        return after.Taken <= most;
    }
}
