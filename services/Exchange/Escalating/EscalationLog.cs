using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Escalating;

/// <summary>What Escalating logs. Numbers 2800 to 2899.</summary>
internal static partial class EscalationLog
{
    [LoggerMessage(2800, LogLevel.Warning, "{Count} clocks have run out or messages are undelivered: who is to be told stands in Watch and in each transfer's flow")]
    internal static partial void Told(ILogger log, int count);

    [LoggerMessage(2801, LogLevel.Error, "Clocks could not be looked at ({Type}); they are looked at again")]
    internal static partial void LookFailed(ILogger log, string type);
}
