namespace Grpc.Wire;

/// <summary>Calls back once when a moment has passed, however far away: timers themselves end at about 49 days.</summary>
internal sealed class DeadlineTimer : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private readonly DateTime deadline;
    private readonly Action<object> callback;
    private readonly object state;
    private readonly ITimer timer;

    /// <summary>Starts waiting for a UTC moment.</summary>
    public DeadlineTimer(DateTime deadline, Action<object> callback, object state)
    {
        this.deadline = deadline;
        this.callback = callback;
        this.state = state;
        timer = TimeProvider.System.CreateTimer(static timer => ((DeadlineTimer)timer!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Arm(deadline - Now);
    }

    /// <summary>The present, UTC, as the API's deadlines have it.</summary>
    public static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    public void Dispose() => timer.Dispose();

    private void OnTimer()
    {
        var remaining = deadline - Now;
        if (remaining > TimeSpan.Zero)
        {
            Arm(remaining);
        }
        else
        {
            callback(state);
        }
    }

    private void Arm(TimeSpan remaining)
    {
        // Whole milliseconds, rounded up: a timer that fires early would only be armed again.
        var due = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(remaining.TotalMilliseconds, 0)));
        timer.Change(due < Longest ? due : Longest, Timeout.InfiniteTimeSpan);
    }
}
