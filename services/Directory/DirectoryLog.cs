using Microsoft.Extensions.Logging;

namespace InfoSharing.Directories;

/// <summary>What the directory logs: numbers, agencies' ids, faults. Numbers 3000 to 3099.</summary>
internal static partial class DirectoryLog
{
    [LoggerMessage(3000, LogLevel.Information, "Directory {Number} is in force, with {Agencies} agencies")]
    internal static partial void InForce(ILogger log, ulong number, int agencies);

    [LoggerMessage(3001, LogLevel.Error, "The directory's file was not taken, and the last good one stays in force: {Fault}")]
    internal static partial void NotTaken(ILogger log, string fault);

    [LoggerMessage(3002, LogLevel.Error, "Directory {Number} has expired: hand-overs stop, notifications go. Ask the officers for the next one")]
    internal static partial void Expired(ILogger log, ulong number);
}
