namespace InfoSharing.Local.Demo;

/// <summary>The story's clock: it begins at 17:40 on Monday 2 November 2026, a day on which the sample family's dates are right, and goes on as clocks do.</summary>
internal sealed class DemoClock : TimeProvider
{
    private static readonly DateTimeOffset Begins = new(2026, 11, 2, 17, 40, 0, TimeSpan.Zero);

    private readonly long _began = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => Begins + System.GetElapsedTime(_began);
}
