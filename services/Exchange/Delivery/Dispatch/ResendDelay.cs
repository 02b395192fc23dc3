using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Delivery.Dispatch;

/// <summary>How long a message waits for its receipt before it is sent again: twice as long each time, up to a longest, a fifth more or less so that what failed together does not come back together.</summary>
internal sealed class ResendDelay(IOptions<DeliveryOptions> options)
{
    private const int Jitter = 200; // of a thousand

    /// <summary>Longer than any setting lets a message wait: what is to wait longer was noted by a clock that was ahead.</summary>
    internal static readonly TimeSpan Beyond = TimeSpan.FromMinutes(75);

    private readonly TimeSpan _first = TimeSpan.FromSeconds(options.Value.ResendFirstSeconds);

    /// <summary>The longest, without jitter.</summary>
    internal TimeSpan Longest { get; } = TimeSpan.FromMinutes(options.Value.ResendLongestMinutes);

    /// <summary>Where the growing stands after so many attempts: messages at one step wait alike, so they may share a parcel.</summary>
    internal int StepOf(int attempts)
    {
        var step = 0;
        while (step < attempts && Doubled(step) < Longest) step++;
        return step;
    }

    /// <summary>How long to wait at a step.</summary>
    internal TimeSpan After(int step)
    {
        var even = Doubled(step) < Longest ? Doubled(step) : Longest;
        return even * (1000 - Jitter + RandomNumberGenerator.GetInt32((2 * Jitter) + 1)) / 1000;
    }

    private TimeSpan Doubled(int step) => _first * Math.Pow(2, step);
}
