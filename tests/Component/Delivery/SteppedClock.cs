namespace InfoSharing.Tests.Component.Delivery;

/// <summary>Time that stands until it is moved, for many threads. Timers that are due ring as it moves, on the thread that moves it.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly HashSet<Ringer> _timers = [];
    private DateTimeOffset _now = new(2026, 11, 2, 17, 55, 0, TimeSpan.Zero);
    private long _passed; // which a clock that is set back does not undo

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override long GetTimestamp()
    {
        lock (_gate) return _passed;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Ringer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Pass(TimeSpan time)
    {
        List<Ringer> due;
        lock (_gate)
        {
            _now += time;
            _passed += Math.Max(0, time.Ticks);
            due = [.. _timers.Where(timer => timer.Due <= _now).OrderBy(timer => timer.Due)];
            foreach (var timer in due) _timers.Remove(timer);
        }
        foreach (var timer in due) timer.Ring();
    }

    private sealed class Ringer(SteppedClock clock, Action callback) : ITimer
    {
        internal DateTimeOffset Due { get; private set; }

        internal void Ring() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == TimeSpan.Zero)
            {
                ThreadPool.QueueUserWorkItem(_ => callback());
                return true;
            }
            lock (clock._gate)
            {
                clock._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                Due = clock._now + dueTime;
                clock._timers.Add(this);
            }
            return true;
        }

        public void Dispose()
        {
            lock (clock._gate) clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
