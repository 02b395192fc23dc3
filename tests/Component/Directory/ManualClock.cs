namespace InfoSharing.Tests.Component.Directories;

/// <summary>Time that stands until it is moved; timers that are due ring as it moves, on the thread that moves it.</summary>
internal sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private readonly List<Ringer> _timers = [];
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Ringer(this, () => callback(state), _now + dueTime, period);
        _timers.Add(timer);
        return timer;
    }

    public void Move(TimeSpan by)
    {
        var until = _now + by;
        while (_timers.MinBy(timer => timer.Due) is { } next && next.Due <= until)
        {
            _now = next.Due;
            next.Ring();
        }
        _now = until;
    }

    private sealed class Ringer(ManualClock clock, Action callback, DateTimeOffset due, TimeSpan period) : ITimer
    {
        public DateTimeOffset Due { get; private set; } = due;

        public void Ring()
        {
            Due += period;
            callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => clock._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
