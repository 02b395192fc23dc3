using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Ledger;

/// <summary>What the ledger logs: counts and kinds of failure, never a row. Numbers 2000 to 2099.</summary>
internal static partial class LedgerLog
{
    [LoggerMessage(2000, LogLevel.Information, "The ledger of {Agency} is open at position {Position}")]
    internal static partial void Opened(ILogger log, string agency, ulong position);

    [LoggerMessage(2001, LogLevel.Information, "Migration {Number} was run on the ledger")]
    internal static partial void Migrated(ILogger log, int number);

    [LoggerMessage(2002, LogLevel.Error, "The ledger's storage failed; {Count} entries were not stored ({Failure}, {Code})")]
    internal static partial void StorageFailed(ILogger log, int count, string failure, int code);

    [LoggerMessage(2003, LogLevel.Warning, "A batch of {Count} entries failed and is run again one by one ({Failure})")]
    internal static partial void BatchRunAgain(ILogger log, int count, string failure);

    [LoggerMessage(2004, LogLevel.Error, "An entry failed and was not stored ({Failure})")]
    internal static partial void EntryFailed(ILogger log, string failure);

    [LoggerMessage(2006, LogLevel.Warning, "What other processes of the agency write is not heard of at once, but by looking ({Failure})")]
    internal static partial void NotListening(ILogger log, string failure);

    [LoggerMessage(2007, LogLevel.Information, "The storage key of {Agency} has rotated: {Count} keys were wrapped anew, and none is left that another wrapped. The retired one may be taken out of the settings, once every process has started so")]
    internal static partial void Rewrapped(ILogger log, string agency, int count);

    [LoggerMessage(2008, LogLevel.Warning, "The ledger waits for {Awaited}, up to {Seconds} s")]
    internal static partial void Waiting(ILogger log, string awaited, int seconds);

    [LoggerMessage(2009, LogLevel.Information, "What the ledger waited for has come after {Seconds:0.0} s")]
    internal static partial void Waited(ILogger log, double seconds);

    [LoggerMessage(2005, LogLevel.Warning, "What an erasure left in the write-ahead log could not be taken away yet; a later checkpoint does it")]
    internal static partial void ScrubPutOff(ILogger log);
}
