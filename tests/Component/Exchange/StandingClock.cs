namespace InfoSharing.Tests.Component.Exchange;

/// <summary>Time that stands still.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
