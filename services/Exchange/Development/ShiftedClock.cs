using System.Globalization;

namespace InfoSharing.Exchange.Development;

/// <summary>
/// A clock that is wrong by as many seconds as a file says: for trying what a wrong clock does to an agency and to its partners. The file is read again every second, so
/// that it can be set and mended while the agency runs; without it, or with something else in it, the clock is right. Its timers are not wrong: they count.
/// </summary>
/// <param name="clock">The right one.</param>
/// <param name="file">The file.</param>
internal sealed class ShiftedClock(TimeProvider clock, string file) : TimeProvider
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private long? _looked;
    private TimeSpan _shift;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => clock.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Shift();

    /// <inheritdoc/>
    public override long GetTimestamp() => clock.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);

    private TimeSpan Shift()
    {
        lock (_gate)
        {
            if (_looked is { } before && clock.GetElapsedTime(before) < BetweenLooks) return _shift;
            _looked = clock.GetTimestamp();
            return _shift = Read();
        }
    }

    private TimeSpan Read()
    {
        try
        {
            return File.Exists(file) && int.TryParse(File.ReadAllText(file), NumberStyles.AllowLeadingSign | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
        }
        catch (IOException)
        {
            return _shift; // it is being written
        }
    }
}
