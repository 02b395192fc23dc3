namespace InfoSharing.Exchange.Ledger.Stored;

/// <summary>Times as the ledger stores them: microseconds since 1970 in UTC, the finest that every engine keeps.</summary>
internal static class Micros
{
    internal static long Of(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    internal static long Of(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;

    internal static DateTimeOffset ToTime(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);
}
