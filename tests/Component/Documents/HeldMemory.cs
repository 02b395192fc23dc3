namespace InfoSharing.Tests.Component.Documents;

/// <summary>
/// The most that this process held while it is looked at, over what it held before: what is held, not what waits to be collected. It looks once a second, one look
/// after the other, with one collection each: a collection stops every thread, and one that never ends is what a service's callers then wait for.
/// </summary>
internal sealed class HeldMemory : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private readonly Lock _look = new();
    private readonly PeriodicTimer _timer = new(Between);
    private readonly Task _looking;
    private long _most;

    internal HeldMemory()
    {
        Before = Held();
        _looking = LookAsync();
    }

    /// <summary>What was held before, in bytes.</summary>
    internal long Before { get; }

    /// <summary>The most over it so far, in bytes; a look is had for it.</summary>
    internal long Most()
    {
        Look();
        lock (_look) return _most - Before;
    }

    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _looking;
    }

    private async Task LookAsync()
    {
        while (await _timer.WaitForNextTickAsync()) Look();
    }

    private void Look()
    {
        lock (_look) _most = Math.Max(_most, Held());
    }

    private static long Held()
    {
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
