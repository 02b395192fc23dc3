namespace InfoSharing.Local;

/// <summary>What starts side by side.</summary>
internal static class SideBySide
{
    /// <summary>Returns when all have started. Whoever started them hears of every fault at once: awaiting them together would tell the first one alone.</summary>
    /// <exception cref="AggregateException">Several could not; a single one's failure goes on as it is.</exception>
    internal static async Task StartAsync(IEnumerable<Task> starts)
    {
        var all = Task.WhenAll(starts);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (all.Exception is { InnerExceptions.Count: > 1 } several) throw several;
        await all;
    }
}
