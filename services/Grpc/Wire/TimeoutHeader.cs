using System.Globalization;

namespace Grpc.Wire;

/// <summary>The <c>grpc-timeout</c> header (PROTOCOL-HTTP2 "Timeout"): one to eight digits and a unit, H M S m u n.</summary>
internal static class TimeoutHeader
{
    private const long Largest = 99_999_999;

    /// <summary>Reads a timeout. False for anything malformed and for zero, which the caller treats as no deadline, as the official server does.</summary>
    public static bool TryParse(string? value, out TimeSpan timeout)
    {
        timeout = default;
        if (value is not { Length: >= 2 and <= 9 }
            || !long.TryParse(value.AsSpan(0, value.Length - 1), NumberStyles.None, null, out var amount)
            || amount == 0)
        {
            return false;
        }

        var ticks = value[^1] switch
        {
            'H' => TimeSpan.TicksPerHour,
            'M' => TimeSpan.TicksPerMinute,
            'S' => TimeSpan.TicksPerSecond,
            'm' => TimeSpan.TicksPerMillisecond,
            'u' => TimeSpan.TicksPerMicrosecond,
            'n' => -TimeSpan.NanosecondsPerTick,
            _ => 0,
        };
        if (ticks == 0)
        {
            return false;
        }

        // 99999999H is 11,415 years, within a TimeSpan's 29,000. Nanoseconds round up, so that a short time is not none.
        timeout = new TimeSpan(ticks > 0 ? amount * ticks : (amount - ticks - 1) / -ticks);
        return true;
    }

    /// <summary>Writes a positive time in the finest unit from milliseconds up that fits eight digits, rounded up, so that the server never gives up before the client.</summary>
    public static string Format(TimeSpan timeout)
    {
        var ticks = timeout.Ticks;
        return Try(ticks, TimeSpan.TicksPerMillisecond, 'm')
            ?? Try(ticks, TimeSpan.TicksPerSecond, 'S')
            ?? Try(ticks, TimeSpan.TicksPerMinute, 'M')
            ?? Try(ticks, TimeSpan.TicksPerHour, 'H')
            ?? "99999999H";
    }

    private static string? Try(long ticks, long unit, char letter)
    {
        var amount = (ticks / unit) + (ticks % unit > 0 ? 1 : 0);
        return amount <= Largest ? string.Create(CultureInfo.InvariantCulture, $"{amount}{letter}") : null;
    }
}
