using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Api.Failing;

/// <summary>What the Api logs. Never a message of an exception: it may hold what was sent.</summary>
internal static partial class ApiLog
{
    [LoggerMessage(2001, LogLevel.Error, "Call failed unexpectedly, {Id}: {Type} at {Stack}")]
    internal static partial void Unexpected(ILogger log, Guid id, string type, string stack);
}
