using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Witnessing;

/// <summary>What witnessing logs: agencies and positions. Numbers 2350 to 2359.</summary>
internal static partial class WitnessingLog
{
    [LoggerMessage(2350, LogLevel.Error, "Security: {Partner} holds a head of ours, signed by us, that this ledger does not have at position {Position}: it was put back to an earlier state or rewritten. Stop the agency, and see verify --witnesses")]
    internal static partial void Contradicts(ILogger log, string partner, ulong position);

    [LoggerMessage(2351, LogLevel.Error, "Security: {Partner} showed heads of ours that this agency did not sign for it")]
    internal static partial void NotBelieved(ILogger log, string partner);
}
