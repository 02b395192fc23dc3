using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Identity;

/// <summary>What Identity logs: counts, never who or with what. Numbers 2200 to 2299.</summary>
internal static partial class IdentityLog
{
    [LoggerMessage(2200, LogLevel.Warning, "{Count} calls came without an identity that could be proven")]
    internal static partial void Unproven(ILogger log, long count);

    [LoggerMessage(2201, LogLevel.Error, "A call was turned away for want of a role, and the ledger could not record it")]
    internal static partial void NotRecorded(ILogger log);

    [LoggerMessage(2202, LogLevel.Error, "The ledger could not record {Count} calls without an identity; they are counted on")]
    internal static partial void UnprovenNotRecorded(ILogger log, long count);
}
