namespace InfoSharing.Tests.Component.Directories;

/// <summary>Time that stands until it is moved; timers that are due ring as it moves, on the thread that moves it.</summary>
internal sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Ringer> _timers = [];
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Ringer(this, () => callback(state), _now + dueTime, period);
        lock (_gate) _timers.Add(timer); // what runs in the background sets its own
        return timer;
    }

    public void Move(TimeSpan by)
    {
        var until = _now + by;
        while (Next() is { } next && next.Due <= until)
        {
            _now = next.Due;
            next.Ring();
        }
        _now = until;
    }

    private Ringer? Next()
    {
        lock (_gate) return _timers.MinBy(timer => timer.Due);
    }

    private void Forget(Ringer timer)
    {
        lock (_gate) _timers.Remove(timer);
    }

    private sealed class Ringer(ManualClock clock, Action callback, DateTimeOffset due, TimeSpan period) : ITimer
    {
        public DateTimeOffset Due { get; private set; } = due;

        public void Ring()
        {
            if (period == Timeout.InfiniteTimeSpan) clock.Forget(this);
            else Due += period;
            callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => clock.Forget(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
