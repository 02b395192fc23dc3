using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Reconciling;

/// <summary>What reconciling logs: agencies and counts; never an id. Numbers 2300 to 2349.</summary>
internal static partial class ReconcilingLog
{
    [LoggerMessage(2301, LogLevel.Warning, "This ledger was restored and is not reconciled with {Count} partners yet: what was begun with them before takes no answers, and who holds a child is not certain")]
    internal static partial void InDoubt(ILogger log, int count);

    [LoggerMessage(2302, LogLevel.Information, "This ledger is reconciled with {Partner}: nothing of what went there is lost here")]
    internal static partial void Reconciled(ILogger log, string partner);

    [LoggerMessage(2303, LogLevel.Warning, "{Partner} lacks {Count} messages for which it had given a receipt: they go again with the same ids")]
    internal static partial void SentAgain(ILogger log, string partner, int count);

    [LoggerMessage(2304, LogLevel.Warning, "{Partner} gave back {Count} messages of ours that this ledger had lost")]
    internal static partial void TakenBack(ILogger log, string partner, int count);

    [LoggerMessage(2305, LogLevel.Error, "Security: {Partner} gave back what this agency did not sign, or what does not fit its ledger: {Reason}")]
    internal static partial void NotOurs(ILogger log, string partner, string reason);

    [LoggerMessage(2306, LogLevel.Error, "With {Partner} {Count} differences cannot be mended: a case erased on one side, or other bytes under one id; somebody must look at them")]
    internal static partial void Apart(ILogger log, string partner, int count);

    [LoggerMessage(2307, LogLevel.Error, "Comparing failed ({Failure}); it is tried again")]
    internal static partial void Failed(ILogger log, string failure);
}
