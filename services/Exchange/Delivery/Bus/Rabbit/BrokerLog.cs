using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Delivery.Bus.Rabbit;

/// <summary>What is said of the broker: once when it is lost and once when it is there again. Never a password. Numbers 2150 to 2169.</summary>
internal static partial class BrokerLog
{
    [LoggerMessage(2150, LogLevel.Warning, "The broker cannot be reached for {Purpose} ({Failure}): {Cure}. It is tried again until it answers")]
    internal static partial void Lost(ILogger log, string purpose, string failure, string cure);

    [LoggerMessage(2151, LogLevel.Information, "The broker is reached for {Purpose}")]
    internal static partial void Reached(ILogger log, string purpose);

    [LoggerMessage(2152, LogLevel.Warning, "The broker takes nothing just now (it is short of memory or disk): what is to be sent is held")]
    internal static partial void Blocked(ILogger log);

    [LoggerMessage(2153, LogLevel.Information, "The broker takes parcels again")]
    internal static partial void Unblocked(ILogger log);

    [LoggerMessage(2154, LogLevel.Error, "The ledger is full or down: what comes goes back to the broker, and is asked for again every {Seconds} seconds")]
    internal static partial void LedgerDown(ILogger log, int seconds);

    [LoggerMessage(2155, LogLevel.Information, "The ledger takes what comes again")]
    internal static partial void LedgerUp(ILogger log);
}
