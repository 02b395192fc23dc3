using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server;

/// <summary>What the server logs. No payload, no metadata and no exception message: they may hold case content.</summary>
internal sealed partial class ServerLog(ILogger logger)
{
    /// <summary>A handler failed without meaning to: the exception's type and stack, not its message.</summary>
    public void HandlerFailed(string method, Exception exception) =>
        HandlerFailed(method, exception.GetType().FullName, exception.StackTrace);

    [LoggerMessage(7101, LogLevel.Debug, "{Method} ended with {StatusCode}.")]
    public partial void CallEnded(string method, Core.StatusCode statusCode);

    [LoggerMessage(7103, LogLevel.Debug, "{Method}: the deadline passed; its token is cancelled and the call ended.")]
    public partial void DeadlineExceeded(string method);

    [LoggerMessage(7104, LogLevel.Debug, "A grpc-timeout header is malformed; the call of {Method} has no deadline.")]
    public partial void MalformedTimeout(string method);

    [LoggerMessage(7105, LogLevel.Information, "A request with a content type other than application/grpc was refused with 415.")]
    public partial void WrongContentType();

    [LoggerMessage(7106, LogLevel.Information, "A gRPC request over {Protocol} was refused with 426: gRPC needs HTTP/2.")]
    public partial void WrongProtocol(string protocol);

    /// <summary>Ending a call at its deadline failed.</summary>
    public void EndingFailed(string method, Exception exception) => EndingFailed(method, exception.GetType().FullName);

    [LoggerMessage(7102, LogLevel.Error, "{Method}: the handler threw {ExceptionType}.\n{Stack}")]
    private partial void HandlerFailed(string method, string? exceptionType, string? stack);

    [LoggerMessage(7107, LogLevel.Warning, "{Method}: ending the call at its deadline failed with {ExceptionType}; its connection is gone.")]
    private partial void EndingFailed(string method, string? exceptionType);
}
