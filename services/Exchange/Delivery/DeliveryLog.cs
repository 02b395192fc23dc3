using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Delivery;

/// <summary>What delivery logs: agencies, counts and kinds of failure; never content, never an id of a case. Numbers 2100 to 2199.</summary>
internal static partial class DeliveryLog
{
    [LoggerMessage(2100, LogLevel.Information, "There is no bus (Bus:Transport is None): what is to be sent is held until there is one")]
    internal static partial void NoBus(ILogger log);

    [LoggerMessage(2101, LogLevel.Warning, "The directory has no key for {Recipient}: what is to go there is held until it has")]
    internal static partial void NoKey(ILogger log, string recipient);

    [LoggerMessage(2102, LogLevel.Information, "The directory has a key for {Recipient} again: what was held goes")]
    internal static partial void KeyAgain(ILogger log, string recipient);

    [LoggerMessage(2103, LogLevel.Warning, "The bus did not take a parcel of {Messages} messages and {Receipts} receipts for {Recipient} ({Failure}); they are sent again later")]
    internal static partial void NotTaken(ILogger log, int messages, int receipts, string recipient, string failure);

    [LoggerMessage(2104, LogLevel.Error, "A parcel of {Messages} messages for {Recipient} could not be made ({Failure}); they are kept and tried again later")]
    internal static partial void NotMade(ILogger log, int messages, string recipient, string failure);

    [LoggerMessage(2105, LogLevel.Error, "A message for {Recipient} cannot be sent ({Reason}); it is kept, and somebody must look at it")]
    internal static partial void CannotSend(ILogger log, string recipient, string reason);

    [LoggerMessage(2106, LogLevel.Error, "Looking for what is to be sent failed ({Failure}); it is tried again")]
    internal static partial void LookFailed(ILogger log, string failure);

    [LoggerMessage(2107, LogLevel.Warning, "{Messages} messages were to be sent again only much later, by a clock that had been ahead: they are due now")]
    internal static partial void BroughtForward(ILogger log, int messages);

    [LoggerMessage(2108, LogLevel.Debug, "The bus did not take what this ledger asks or tells {Partner} beside messages ({Failure}); it is asked again later")]
    internal static partial void BesideNotTaken(ILogger log, string partner, string failure);

    [LoggerMessage(2110, LogLevel.Warning, "Something from {Sender} was quarantined: {Reason}")]
    internal static partial void Quarantined(ILogger log, string sender, string reason);

    [LoggerMessage(2111, LogLevel.Error, "Security: something from {Sender} was quarantined: {Reason}")]
    internal static partial void Security(ILogger log, string sender, string reason);

    [LoggerMessage(2112, LogLevel.Warning, "A parcel of {Sender} was made over 30 days ago or over 10 minutes ahead of our clock and was not opened: see that both clocks are right. Said once until one comes that is of its time")]
    internal static partial void NotItsTime(ILogger log, string sender);

    [LoggerMessage(2113, LogLevel.Error, "Our own rules failed on a message of {Sender} ({Failure}); it is stored unjudged")]
    internal static partial void NotJudged(ILogger log, string sender, string failure);

    [LoggerMessage(2114, LogLevel.Error, "A message or receipt of {Sender} could not be stored ({Failure})")]
    internal static partial void NotStored(ILogger log, string sender, string failure);

    [LoggerMessage(2115, LogLevel.Error, "A parcel of {Sender} could not be taken ({Failure}); what it held and is not stored comes again")]
    internal static partial void NotTakenIn(ILogger log, string sender, string failure);
}
