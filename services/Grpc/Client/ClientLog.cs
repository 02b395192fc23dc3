using Microsoft.Extensions.Logging;

namespace Grpc.Net.Client;

/// <summary>What the client logs. No payload, no metadata and no message of a status: they may hold case content.</summary>
internal sealed partial class ClientLog(ILogger logger)
{
    [LoggerMessage(7201, LogLevel.Debug, "{Method} ended with {StatusCode}.")]
    public partial void CallEnded(string method, Core.StatusCode statusCode);

    [LoggerMessage(7202, LogLevel.Debug, "{Method} failed with {StatusCode} and is tried again after {Attempts} attempts.")]
    public partial void Retrying(string method, Core.StatusCode statusCode, int attempts);
}
