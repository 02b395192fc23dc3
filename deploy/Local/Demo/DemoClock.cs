namespace InfoSharing.Local.Demo;

/// <summary>
/// The story's clock: it begins at 17:40 on Monday 2 November 2026, a day on which the sample family's dates are right, goes on as clocks do, and
/// leaps where the story says "next morning".
/// </summary>
internal sealed class DemoClock : TimeProvider
{
    private static readonly DateTimeOffset Begins = new(2026, 11, 2, 17, 40, 0, TimeSpan.Zero);

    private readonly long _began = System.GetTimestamp();

    private long _leaptTicks;

    public override DateTimeOffset GetUtcNow() => Begins + System.GetElapsedTime(_began) + new TimeSpan(Interlocked.Read(ref _leaptTicks));

    /// <summary>Leaps to a time in London, which in November is UTC; stays where that is past.</summary>
    internal void LeapTo(DateTime london)
    {
        var ahead = new DateTimeOffset(london, TimeSpan.Zero) - GetUtcNow();
        if (ahead > TimeSpan.Zero) Interlocked.Add(ref _leaptTicks, ahead.Ticks);
    }
}
